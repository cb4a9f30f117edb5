package spec.cowns;

import dev.lungfish.runtime.Acquired;
import dev.lungfish.runtime.Cown;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/*
 * What is taken out of a cown must be replaced before the cown is released.
 * Verdict: model.md, section 8.
 */
public class AcquiredTaken {
    void taken(Cown<List<String>> cown, BlockingQueue<List<String>> queue) throws InterruptedException {
        try (Acquired<List<String>> held = cown.acquire()) {
            List<String> lines = held.take();
            queue.put(lines);
        } //! isolated.not.restored
    }
    void closed(Cown<List<String>> cown, BlockingQueue<List<String>> queue) throws InterruptedException {
        Acquired<List<String>> held = cown.acquire();
        queue.put(held.take());
        held.close(); //! isolated.not.restored
    }
    void onePath(Cown<List<String>> cown, BlockingQueue<List<String>> queue, boolean more) throws InterruptedException {
        try (Acquired<List<String>> held = cown.acquire()) {
            queue.put(held.take());
            if (more) {
                held.set(new ArrayList<>());
            }
        } //! isolated.not.restored
    }
    void replaced(Cown<List<String>> cown, BlockingQueue<List<String>> queue) throws InterruptedException {
        try (Acquired<List<String>> held = cown.acquire()) {
            List<String> lines = held.take();
            held.set(new ArrayList<>());
            queue.put(lines);
        }
        try (Acquired<List<String>> held = cown.acquire()) {
            queue.put(held.swap(new ArrayList<>()));
        }
    }
}
