package spec.guarded;

import dev.lungfish.annotation.RegionAware;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/*
 * No annotation, and nothing to propose: the lock is held by whoever calls, taken by a helper, or named by a local variable; the object is not
 * known to others yet; the reader is the only writer; the field is volatile, atomic, or published by a volatile one.
 * Verdict: derived.
 */
@RegionAware
public class LockHeldOnEveryRead {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<String> names = new ArrayList<>();
    private int count;
    private int helped;
    private int loaded;
    private int steps;
    private volatile boolean isLoaded;
    private volatile long total;
    private final AtomicInteger hits = new AtomicInteger();

    LockHeldOnEveryRead(int start) {
        count = start;
        check();
    }
    private void check() {
        if (count < 0) {
            throw new IllegalArgumentException("negative");
        }
    }

    void add(String name) {
        final ReentrantLock mine = lock;
        mine.lock();
        try {
            count++;
            names.add(name);
            grow();
        } finally {
            mine.unlock();
        }
    }
    void growNow() {
        lock.lock();
        try {
            grow();
        } finally {
            lock.unlock();
        }
    }
    /** Called under the lock only, here and by the neighbour. */
    void grow() {
        if (count > 10 && !names.isEmpty()) {
            grow();
        }
    }
    static final class Neighbour {
        private final LockHeldOnEveryRead owner;
        Neighbour(LockHeldOnEveryRead owner) {
            this.owner = owner;
        }
        void grow() {
            owner.lock.lock();
            try {
                owner.grow();
            } finally {
                owner.lock.unlock();
            }
        }
    }
    int longest() {
        lock.lock();
        try {
            int[] longest = new int[1];
            names.forEach(name -> longest[0] = Math.max(longest[0], name.length() + count));
            return longest[0];
        } finally {
            lock.unlock();
        }
    }

    private void enter() {
        lock.lock();
    }
    private void leave() {
        lock.unlock();
    }
    void help() {
        enter();
        try {
            helped++;
        } finally {
            leave();
        }
    }
    int helped() {
        enter();
        try {
            return helped;
        } finally {
            leave();
        }
    }

    int load() {
        if (!isLoaded) {
            synchronized (this) {
                if (!isLoaded) {
                    loaded = 42;
                    isLoaded = true;
                }
            }
        }
        return loaded;
    }

    synchronized void hit() {
        total++;
        hits.incrementAndGet();
    }
    long total() {
        return total + hits.get();
    }

    static LockHeldOnEveryRead make() {
        LockHeldOnEveryRead made = new LockHeldOnEveryRead(1);
        made.count = 2;
        made.fill();
        return made;
    }
    private void fill() {
        names.add("first");
    }

    /** Its own thread writes and reads; the lock is for those who look. */
    static final class Stepper extends Thread {
        private int done;
        private final Lock seen = new ReentrantLock();
        @Override
        public void run() {
            while (done < 100) {
                seen.lock();
                try {
                    done++;
                } finally {
                    seen.unlock();
                }
            }
        }
        int done() {
            seen.lock();
            try {
                return done;
            } finally {
                seen.unlock();
            }
        }
    }
    void start() {
        new Stepper().start();
        new Stepper().start();
    }
}
