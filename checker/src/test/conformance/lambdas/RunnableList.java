package spec.lambdas;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/*
 * Tasks collected in a list, each with a buffer of its own, all submitted.
 * Verdict: derived.
 */
public class RunnableList {
    void run(ExecutorService pool, List<String> names) {
        List<Runnable> tasks = new ArrayList<>();
        for (String n : names) {
            StringBuilder buffer = new StringBuilder(n);
            tasks.add(() -> System.out.println(buffer.reverse()));
        }
        for (Runnable t : tasks) { pool.execute(t); } //? residual.check
    }
}
