package spec.guarded;

import com.google.common.util.concurrent.Monitor;
import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/*
 * Guava's monitor, of which there is only the class file: a lock that the models know.
 * Verdict: derived.
 */
public class GuavaMonitor {
    final Monitor monitor = new Monitor();
    @InRegion("monitor") final List<String> names = new ArrayList<>();
    private volatile boolean open;
    private final Monitor.Guard isOpen = monitor.newGuard(() -> open);

    void add(String name) {
        monitor.enter();
        try {
            names.add(name);
        } finally {
            monitor.leave();
        }
    }

    boolean addIfOpen(String name) throws InterruptedException {
        if (!monitor.enterWhen(isOpen, 1, TimeUnit.SECONDS)) {
            return false;
        }
        try {
            return names.add(name);
        } finally {
            monitor.leave();
        }
    }

    void addWaiting(String name) throws InterruptedException {
        monitor.enterWhen(isOpen);
        try {
            monitor.waitFor(isOpen);
            names.add(name);
        } finally {
            monitor.leave();
        }
    }

    int outside() {
        return names.size(); //! region.not.open
    }

    void notAsked(String name) {
        monitor.tryEnter();
        names.add(name); //! region.not.open
        if (monitor.isOccupiedByCurrentThread()) {
            monitor.leave();
        }
    }
}

class OnItsMonitorInstead {
    static void add(GuavaMonitor to, String name) {
        synchronized (to.monitor) {
            to.names.add(name); //! region.not.open
        }
    }
}
