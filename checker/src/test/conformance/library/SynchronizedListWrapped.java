package spec.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;

/*
 * The wrapped list is used beside its synchronized shell.
 * Verdict: derived.
 */
public class SynchronizedListWrapped {
    void run(ExecutorService pool) {
        List<String> plain = new ArrayList<>();
        List<String> safe = Collections.synchronizedList(plain);
        pool.execute(() -> safe.add("x")); //~ //| use.after.move
        plain.add("y"); //! use.after.move
    }
}
