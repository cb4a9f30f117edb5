package spec.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;

/*
 * Only the shell is used.
 * Verdict: derived.
 */
public class SynchronizedListShared {
    int run(ExecutorService pool) {
        List<String> safe = Collections.synchronizedList(new ArrayList<>());
        pool.execute(() -> safe.add("x"));
        safe.add("y");
        return safe.size();
    }
}
