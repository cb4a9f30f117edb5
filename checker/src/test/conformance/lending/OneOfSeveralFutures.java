package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Waiting for one element of a list of futures.
 * Verdict: only that one has ended; in a list of one, it is all.
 */
public class OneOfSeveralFutures {
    int firstOfTwo(ExecutorService pool) throws Exception {
        int[] left = new int[1];
        int[] right = new int[1];
        List<Future<?>> all = new ArrayList<>();
        all.add(pool.submit(() -> left[0]++));
        all.add(pool.submit(() -> right[0]++)); //~
        all.get(0).get();
        return right[0]; //! use.after.move
    }

    int firstOfOne(ExecutorService pool) throws Exception {
        int[] left = new int[1];
        List<Future<?>> all = new ArrayList<>();
        all.add(pool.submit(() -> left[0]++));
        all.get(0).get();
        return left[0];
    }

    int next(ExecutorService pool) throws Exception {
        int[] left = new int[1];
        int[] right = new int[1];
        List<Future<?>> all = List.of(pool.submit(() -> left[0]++), pool.submit(() -> right[0]++)); //~
        all.iterator().next().get();
        return right[0]; //! use.after.move
    }

    int each(ExecutorService pool) throws Exception {
        int[] left = new int[1];
        int[] right = new int[1];
        List<Future<?>> all = List.of(pool.submit(() -> left[0]++), pool.submit(() -> right[0]++));
        for (Future<?> one : all) {
            one.get();
        }
        return left[0] + right[0];
    }
}
