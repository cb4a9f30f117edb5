package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/*
 * Whether the lock was acquired is kept in a variable, and asked later. What the variable is told otherwise is no lock.
 * Verdict: derived.
 */
public class TryLockKept {
    private final ReentrantLock lock = new ReentrantLock();
    @InRegion("lock") private final List<String> names = new ArrayList<>();

    void kept(String name) {
        boolean held = lock.tryLock();
        try {
            if (held) {
                names.add(name);
            }
        } finally {
            if (held) {
                lock.unlock();
            }
        }
    }

    void assignedLater(String name) {
        boolean held = false;
        try {
            held = lock.tryLock();
            if (held) {
                names.add(name);
            }
        } finally {
            if (held) {
                lock.unlock();
            }
        }
    }

    void assignedInTheTest(String name) {
        boolean held;
        if (held = lock.tryLock()) {
            names.add(name);
            lock.unlock();
        }
    }

    void againAndAgain(String name) {
        boolean held = false;
        while (!held) {
            held = lock.tryLock();
        }
        names.add(name);
        lock.unlock();
    }

    void notAsked(String name) {
        boolean held = lock.tryLock();
        names.add(name); //! region.not.open
        if (held) {
            lock.unlock();
        }
    }

    void askedTheWrongWay(String name) {
        boolean held = lock.tryLock();
        if (held) {
            lock.unlock();
        } else {
            names.add(name); //! region.not.open
        }
    }

    void negated(String name) {
        boolean busy = !lock.tryLock();
        if (!busy) {
            names.add(name);
            lock.unlock();
        }
    }

    void bothAsked(String name, boolean wanted) {
        boolean held = wanted && lock.tryLock();
        if (held) {
            names.add(name);
            lock.unlock();
        }
    }

    void negatedAndTaken(String name) {
        boolean busy = !lock.tryLock();
        if (busy) {
            names.add(name); //! region.not.open
        }
    }

    void compared(String name) {
        if (lock.tryLock() == false) {
            names.add(name); //! region.not.open
        }
    }

    void oneOfTwo(String name, boolean wanted) {
        boolean held = wanted | lock.tryLock();
        if (held) {
            names.add(name); //! region.not.open
        }
    }

    void turnedRound(String name) {
        boolean held = Boolean.logicalXor(true, lock.tryLock());
        if (held) {
            names.add(name); //! region.not.open
        }
        if (isFalse(lock.tryLock())) {
            names.add(name); //! region.not.open
        }
    }

    private static boolean isFalse(boolean value) {
        return !value;
    }

    void overwritten(String name) {
        boolean held = lock.tryLock();
        held = true;
        if (held) {
            names.add(name); //! region.not.open
        }
    }

    void overwrittenByAnother(String name, ReentrantLock other) {
        boolean held = lock.tryLock();
        held = other.tryLock();
        if (held) {
            names.add(name); //! region.not.open
        }
    }

    void released(String name) {
        boolean held = lock.tryLock();
        if (held) {
            lock.unlock();
        }
        if (held) {
            names.add(name); //! region.not.open
        }
    }

    void inTheNextRound(String name, int rounds) {
        boolean held = false;
        for (int i = 0; i < rounds; i++) {
            if (held) {
                names.add(name); //! region.not.open
            }
            held = lock.tryLock();
            if (held) {
                lock.unlock();
            }
        }
    }
}
