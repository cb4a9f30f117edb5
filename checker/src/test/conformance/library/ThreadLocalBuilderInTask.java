package spec.library;

import java.util.concurrent.ExecutorService;

/*
 * The builder of this thread is filled by a task.
 * Verdict: what a ThreadLocal holds belongs to its thread.
 */
public class ThreadLocalBuilderInTask {
    private static final ThreadLocal<StringBuilder> TEXT = ThreadLocal.withInitial(StringBuilder::new);

    void run(ExecutorService pool) {
        StringBuilder text = TEXT.get();
        pool.submit(() -> text.append("x")); //! move.shared|move.not.owned
    }
}
