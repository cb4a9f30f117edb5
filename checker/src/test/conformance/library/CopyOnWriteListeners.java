package spec.library;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;

/*
 * Listeners in a copy-on-write list.
 * Verdict: derived.
 */
public class CopyOnWriteListeners {
    interface Listener { void changed(String what); }
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    void add(Listener l) { listeners.add(l); }
    void fire(ExecutorService pool, String what) {
        pool.execute(() -> {
            for (Listener l : listeners) {
                l.changed(what);
            }
        });
    }
}
