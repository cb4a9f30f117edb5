package spec.statics;

import java.util.concurrent.ExecutorService;

/*
 * Double-checked with a volatile field of a frozen class.
 * Verdict: derived.
 */
public class DoubleCheckedVolatile {
    private static volatile DoubleCheckedVolatile instance;
    private final String name = "x";
    static DoubleCheckedVolatile get() {
        DoubleCheckedVolatile r = instance;
        if (r == null) {
            synchronized (DoubleCheckedVolatile.class) {
                r = instance;
                if (r == null) { instance = r = new DoubleCheckedVolatile(); }
            }
        }
        return r;
    }
    static void run(ExecutorService pool) {
        for (int i = 0; i < 4; i++) { pool.execute(() -> System.out.println(get().name)); }
    }
}
