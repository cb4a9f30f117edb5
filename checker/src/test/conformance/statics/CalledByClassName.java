package spec.statics;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/*
 * A static method that its class calls by name while it holds the monitor of the class; one reader forgets it.
 * Verdict: derived.
 */
public class CalledByClassName {
    private static final Map<String, Integer> COUNTS = new HashMap<>();
    private static final Map<String, Integer> TIMES = new HashMap<>();

    static synchronized void start(ExecutorService pool) {
        pool.execute(() -> CalledByClassName.start(pool));
        CalledByClassName.count();
    }

    private static void count() {
        COUNTS.put("x", 1); //! static.mutable
        TIMES.put("x", 1);
    }

    static int counts() {
        return COUNTS.size();
    }

    static synchronized int times() {
        return TIMES.size();
    }
}
