package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/*
 * A lock of one's own class: its methods acquire and release the lock inside for whoever calls them, some only if they return true.
 * Verdict: derived.
 */
public class LockWrapper {
    static final class Gate {
        private final ReentrantLock inside = new ReentrantLock();
        private final Condition changed = inside.newCondition();

        void enter() {
            inside.lock();
        }

        boolean tryEnter(long millis) throws InterruptedException {
            return inside.tryLock(millis, TimeUnit.MILLISECONDS);
        }

        void enterWhen(BooleanSupplier ready) throws InterruptedException {
            inside.lockInterruptibly();
            boolean satisfied = false;
            try {
                while (!ready.getAsBoolean()) {
                    changed.await();
                }
                satisfied = true;
            } finally {
                if (!satisfied) {
                    leave();
                }
            }
        }

        boolean enterIf(BooleanSupplier ready) {
            inside.lock();
            boolean satisfied = false;
            try {
                return satisfied = ready.getAsBoolean();
            } finally {
                if (!satisfied) {
                    inside.unlock();
                }
            }
        }

        void leave() {
            ReentrantLock lock = inside;
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private final Gate gate = new Gate();
    private volatile boolean open;
    @InRegion("gate") private final List<String> names = new ArrayList<>();
    @InRegion("gate") private int added;

    void add(String name) {
        gate.enter();
        try {
            append(name);
        } finally {
            gate.leave();
        }
    }

    private void append(String name) {
        names.add(name);
        added++;
    }

    boolean addSoon(String name) throws InterruptedException {
        if (!gate.tryEnter(10)) {
            return false;
        }
        try {
            append(name);
            return true;
        } finally {
            gate.leave();
        }
    }

    void addWhenOpen(String name) throws InterruptedException {
        gate.enterWhen(() -> open);
        try {
            append(name);
        } finally {
            gate.leave();
        }
    }

    int addIfOpen(String name) {
        boolean entered = gate.enterIf(() -> open);
        if (entered) {
            try {
                append(name);
                return added;
            } finally {
                gate.leave();
            }
        }
        return -1;
    }

    int outside() {
        return added; //! region.not.open
    }

    void tooLate(String name) {
        gate.enter();
        gate.leave();
        append(name); //! region.not.open
    }

    void refused(String name) {
        if (gate.enterIf(() -> open)) {
            gate.leave();
        } else {
            append(name); //! region.not.open
        }
    }

    void notAsked(String name) throws InterruptedException {
        gate.tryEnter(10);
        append(name); //! region.not.open
    }

    List<String> escaping() {
        gate.enter();
        try {
            return names; //! region.escape
        } finally {
            gate.leave();
        }
    }

    void otherGate(LockWrapper other, String name) {
        other.gate.enter();
        try {
            append(name); //! region.not.open
        } finally {
            other.gate.leave();
        }
    }
}
