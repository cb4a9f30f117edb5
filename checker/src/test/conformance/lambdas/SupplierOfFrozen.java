package spec.lambdas;

import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/*
 * The same over strings.
 * Verdict: derived.
 */
public class SupplierOfFrozen {
    void run(ExecutorService pool, String name) {
        Supplier<Integer> length = () -> name.length();
        pool.submit(() -> length.get());
        pool.submit(() -> length.get());
        System.out.println(length.get());
    }
}
