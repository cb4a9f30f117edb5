package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.concurrent.locks.ReentrantLock;

/*
 * A wrapper whose subclass does not lock: which of the two is entered is not known. One that calls the method it overrides does lock.
 * Verdict: derived.
 */
public class LockWrapperOverridden {
    static class Gate {
        private final ReentrantLock inside = new ReentrantLock();

        void enter() {
            inside.lock();
        }

        void leave() {
            inside.unlock();
        }
    }

    static final class OpenGate extends Gate {
        @Override
        void enter() {
        }

        @Override
        void leave() {
        }
    }

    static class Door {
        private final ReentrantLock inside = new ReentrantLock();

        void enter() {
            inside.lock();
        }

        void leave() {
            inside.unlock();
        }
    }

    static final class CountingDoor extends Door {
        private int entered;

        @Override
        void enter() {
            super.enter();
            entered++;
        }
    }

    private final Gate gate;
    private final Door door;
    @InRegion("gate") private int behindGate;
    @InRegion("door") private int behindDoor;

    LockWrapperOverridden(Gate gate, Door door) {
        this.gate = gate;
        this.door = door;
    }

    void perhapsNotLocked() {
        gate.enter();
        behindGate++; //! region.not.open
        gate.leave();
    }

    void locked() {
        door.enter();
        behindDoor++;
        door.leave();
    }
}
