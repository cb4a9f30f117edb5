package spec.declared;

import dev.lungfish.annotation.Borrowed;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/*
 * Lent to a task and waited for before it returns.
 * Verdict: derived.
 */
public class BorrowedLentInside {
    static int count(@Borrowed List<String> names) throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            return pool.submit(() -> names.size()).get();
        } finally {
            pool.shutdown();
        }
    }
}
