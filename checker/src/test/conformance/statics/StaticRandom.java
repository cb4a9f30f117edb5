package spec.statics;

import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;

/*
 * java.util.Random is thread-safe; ThreadLocalRandom belongs to its thread.
 * Verdict: derived.
 */
public class StaticRandom {
    private static final Random RANDOM = new Random();
    static void run(ExecutorService pool) {
        for (int i = 0; i < 4; i++) { pool.execute(() -> System.out.println(RANDOM.nextInt() + ThreadLocalRandom.current().nextInt())); }
    }
}
