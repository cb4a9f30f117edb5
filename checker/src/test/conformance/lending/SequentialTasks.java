package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/*
 * One after the other: each is waited for before the next gets the list.
 * Verdict: derived.
 */
public class SequentialTasks {
    List<String> run(ExecutorService pool) throws Exception {
        List<String> list = new ArrayList<>();
        pool.submit(() -> list.add("a")).get();
        pool.submit(() -> list.add("b")).get();
        list.add("c");
        return list;
    }
}
