package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * The variable waits for the task where there is one.
 * Verdict: derived.
 */
public class HandleOnOnePathRight {
    int maybe(ExecutorService pool, boolean background) throws Exception {
        List<String> names = new ArrayList<>();
        Future<?> done = null;
        if (background) {
            done = pool.submit(() -> names.add("a"));
        }
        if (done != null) {
            done.get();
        }
        return names.size();
    }
    int either(ExecutorService pool, boolean front) throws Exception {
        List<String> names = new ArrayList<>();
        Future<?> done;
        if (front) {
            done = pool.submit(() -> names.add("a"));
        } else {
            done = pool.submit(() -> names.add(0, "b"));
        }
        done.get();
        return names.size();
    }
    int rounds(ExecutorService pool, int rounds) throws Exception {
        List<String> names = new ArrayList<>();
        Future<?> done = null;
        for (int i = 0; i < rounds; i++) {
            if (done != null) {
                done.get();
            }
            done = pool.submit(() -> names.add("a"));
        }
        if (done != null) {
            done.get();
        }
        return names.size();
    }
}
