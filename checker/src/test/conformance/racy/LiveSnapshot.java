package spec.racy;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/*
 * The loop publishes its working map itself instead of a copy.
 * Verdict: readers iterate over the map while the loop writes it.
 */
public class LiveSnapshot implements Runnable {
    private final BlockingQueue<String> inbox = new LinkedBlockingQueue<>();
    private final AtomicReference<Map<String, Integer>> snapshot = new AtomicReference<>(Map.of());

    @Override
    public void run() {
        Map<String, Integer> state = new TreeMap<>();
        try {
            snapshot.set(state); //~
            while (true) {
                state.merge(inbox.take(), 1, Integer::sum); //! use.after.move|isolated.aliased
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int of(String name) {
        return snapshot.get().getOrDefault(name, 0);
    }

    static LiveSnapshot launch() {
        LiveSnapshot counter = new LiveSnapshot();
        new Thread(counter).start();
        return counter;
    }
}
