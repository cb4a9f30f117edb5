package spec.statics;

import java.util.Date;
import java.util.concurrent.ExecutorService;

/*
 * One date format per thread.
 * Verdict: derived.
 */
public class ThreadLocalFormat {
    private static final ThreadLocal<java.text.SimpleDateFormat> FORMAT = ThreadLocal.withInitial(() -> new java.text.SimpleDateFormat("yyyy"));
    static String year(long millis) { return FORMAT.get().format(new Date(millis)); }
    static void run(ExecutorService pool) {
        for (int i = 0; i < 4; i++) { pool.execute(() -> System.out.println(year(0))); }
    }
}
