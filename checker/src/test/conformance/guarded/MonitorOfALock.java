package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/*
 * An object that is locked by its methods has a monitor as well, and that is another lock. Which of the two an annotation means, its file says
 * by what it synchronizes on; whoever holds the other one holds nothing.
 * Verdict: derived.
 */
public class MonitorOfALock {
    static final class Gate {
        private final ReentrantLock inside = new ReentrantLock();

        void enter() {
            inside.lock();
        }

        void leave() {
            inside.unlock();
        }
    }

    private final Gate gate = new Gate();
    private final Gate monitored = new Gate();
    private final ReentrantLock lock = new ReentrantLock();
    @InRegion("gate") private final List<String> entered = new ArrayList<>();
    @InRegion("monitored") private final List<String> synchronizedOn = new ArrayList<>();
    @InRegion("lock") private final List<String> both = new ArrayList<>();

    void right(String name) {
        gate.enter();
        try {
            entered.add(name);
        } finally {
            gate.leave();
        }
        synchronized (monitored) {
            synchronizedOn.add(name);
        }
    }

    void wrongMonitor(String name) {
        synchronized (this) {
            entered.add(name); //! region.not.open
        }
    }

    void wrongGate(String name) {
        monitored.enter();
        try {
            synchronizedOn.add(name); //! region.not.open
        } finally {
            monitored.leave();
        }
    }

    void locked(String name) {
        lock.lock();
        try {
            both.add(name); //! region.not.open
        } finally {
            lock.unlock();
        }
    }

    void monitored(String name) {
        synchronized (lock) {
            both.add(name);
        }
    }
}
