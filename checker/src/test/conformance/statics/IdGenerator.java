package spec.statics;

import java.util.concurrent.ExecutorService;

/*
 * A static counter behind a synchronized static method, and one without.
 * Verdict: derived.
 */
public class IdGenerator {
    private static long next;
    static synchronized long next() { return ++next; }
    static void run(ExecutorService pool) {
        for (int i = 0; i < 4; i++) { pool.execute(() -> System.out.println(next())); }
        System.out.println(next());
    }
}
