package spec.statics;

import java.util.concurrent.ExecutorService;

/*
 * Read without the lock.
 * Verdict: derived.
 */
public class IdGeneratorUnlocked {
    private static long next; //| static.mutable
    static synchronized long next() { return ++next; } //| static.mutable
    static long last() { return next; } //! static.mutable|region.not.open
    static void run(ExecutorService pool) {
        for (int i = 0; i < 4; i++) { pool.execute(() -> System.out.println(next() + last())); } //| static.mutable
    }
}
