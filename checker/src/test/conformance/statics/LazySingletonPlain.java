package spec.statics;

import java.util.concurrent.ExecutorService;

/*
 * Check-then-create of a plain static from tasks.
 * Verdict: derived.
 */
public class LazySingletonPlain {
    private static LazySingletonPlain instance; //| static.mutable
    private final String name = "x";
    static LazySingletonPlain get() {
        if (instance == null) { //| static.mutable
            instance = new LazySingletonPlain(); //! static.mutable
        }
        return instance; //| static.mutable
    }
    static void run(ExecutorService pool) {
        for (int i = 0; i < 4; i++) { pool.execute(() -> System.out.println(get().name)); }
    }
}
