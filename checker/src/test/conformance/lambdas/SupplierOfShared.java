package spec.lambdas;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/*
 * A supplier that captures a list is called in two tasks.
 * Verdict: derived.
 */
public class SupplierOfShared {
    void run(ExecutorService pool) {
        List<String> names = new ArrayList<>();
        Supplier<Integer> adder = () -> { names.add("x"); return names.size(); };
        pool.submit(() -> adder.get()); //~
        pool.submit(() -> adder.get()); //! use.after.move
    }
}
