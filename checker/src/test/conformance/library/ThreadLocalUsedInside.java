package spec.library;

import java.util.concurrent.ExecutorService;

/*
 * Each thread uses its own buffer.
 * Verdict: derived.
 */
public class ThreadLocalUsedInside {
    private static final ThreadLocal<StringBuilder> BUFFER = ThreadLocal.withInitial(StringBuilder::new);
    void run(ExecutorService pool, String text) {
        pool.execute(() -> {
            StringBuilder mine = BUFFER.get();
            mine.setLength(0);
            mine.append(text);
            System.out.println(mine);
        });
        BUFFER.get().append("here");
    }
}
