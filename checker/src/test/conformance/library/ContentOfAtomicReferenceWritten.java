package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/*
 * The reference is atomic, the list behind it is not.
 * Verdict: derived; whoever reads the reference has the same list.
 */
public class ContentOfAtomicReferenceWritten {
    private final AtomicReference<List<String>> lines = new AtomicReference<>(new ArrayList<>());

    void start(ExecutorService pool, String line) {
        pool.execute(() -> lines.get().add(line)); //! isolated.aliased
    }

    List<String> drain() {
        return lines.getAndSet(new ArrayList<>());
    }
}
