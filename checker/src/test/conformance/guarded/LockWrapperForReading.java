package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/*
 * A wrapper around a read-write lock: who enters for reading does not write. A second one around that, and one that is inherited.
 * Verdict: derived.
 */
public class LockWrapperForReading {
    static class Gate {
        private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
        private final Lock forReading = rw.readLock();

        void enterToRead() {
            forReading.lock();
        }

        void leaveFromReading() {
            forReading.unlock();
        }

        void enter() {
            rw.writeLock().lock();
        }

        void leave() {
            rw.writeLock().unlock();
        }
    }

    static final class NamedGate extends Gate {
        private final String name = "gate";
    }

    static final class Porch {
        private final Gate gate = new Gate();

        void enter() {
            gate.enter();
        }

        void leave() {
            gate.leave();
        }
    }

    private final Gate gate = new Gate();
    private final NamedGate named = new NamedGate();
    private final Porch porch = new Porch();
    @InRegion("gate") private final List<String> names = new ArrayList<>();
    @InRegion("named") private final List<String> more = new ArrayList<>();
    @InRegion("porch") private final List<String> guests = new ArrayList<>();

    int size() {
        gate.enterToRead();
        try {
            return names.size();
        } finally {
            gate.leaveFromReading();
        }
    }

    void add(String name) {
        gate.enter();
        try {
            names.add(name);
        } finally {
            gate.leave();
        }
    }

    void addWhileReading(String name) {
        gate.enterToRead();
        try {
            names.add(name); //! region.not.open
        } finally {
            gate.leaveFromReading();
        }
    }

    void addMore(String name) {
        named.enter();
        try {
            more.add(name);
        } finally {
            named.leave();
        }
        more.clear(); //! region.not.open
    }

    void welcome(String name) {
        porch.enter();
        try {
            guests.add(name);
        } finally {
            porch.leave();
        }
        guests.clear(); //! region.not.open
    }
}
