package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/*
 * A semaphore that is made with one permit is a lock: held from acquire to release, and if tryAcquire says so. With four permits it excludes nobody.
 * Verdict: derived.
 */
public class SemaphoreAsLock {
    private final Semaphore mutex = new Semaphore(1, true);
    private final Semaphore four = new Semaphore(4);
    private @InRegion("mutex") int count;
    private final @InRegion("mutex") List<StringBuilder> texts = new ArrayList<>();
    private @InRegion("four") int shared;

    void add() throws InterruptedException {
        mutex.acquire();
        try {
            count++;
        } finally {
            mutex.release();
        }
        count--; //! region.not.open
    }
    void append() {
        mutex.acquireUninterruptibly();
        try {
            texts.get(0).append("x");
        } finally {
            mutex.release();
        }
    }
    StringBuilder first() throws InterruptedException {
        mutex.acquire();
        try {
            return texts.get(0); //! region.escape
        } finally {
            mutex.release();
        }
    }
    void tried() {
        if (mutex.tryAcquire()) {
            try {
                count++;
            } finally {
                mutex.release();
            }
        } else {
            count--; //! region.not.open
        }
    }
    boolean timed() throws InterruptedException {
        if (!mutex.tryAcquire(1, TimeUnit.SECONDS)) {
            return false;
        }
        try {
            count++;
            return true;
        } finally {
            mutex.release();
        }
    }
    void four() throws InterruptedException {
        four.acquire();
        try {
            shared++; //! region.not.open
        } finally {
            four.release();
        }
    }
}
