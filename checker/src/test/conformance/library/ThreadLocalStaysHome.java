package spec.library;

import java.util.concurrent.ExecutorService;

/*
 * A thread-local buffer given to a task.
 * Verdict: derived.
 */
public class ThreadLocalStaysHome {
    private static final ThreadLocal<StringBuilder> BUFFER = ThreadLocal.withInitial(StringBuilder::new);
    void run(ExecutorService pool) {
        StringBuilder mine = BUFFER.get();
        pool.execute(() -> mine.append("x")); //! move.shared|move.not.owned
    }
}
