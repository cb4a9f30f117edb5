package spec.racy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * The chunks given to tasks are views of the list, which is cleared before they are done.
 * Verdict: a race between clear and the tasks that read their views.
 */
public class ChunksAreViews {
    record Row(String key, int value) {}

    int load(ExecutorService pool, int size) throws Exception {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(new Row("k" + i, i));
        }
        List<Future<Integer>> parts = new ArrayList<>();
        for (int from = 0; from < 100; from += size) {
            List<Row> chunk = rows.subList(from, Math.min(100, from + size)); //? use.after.move
            parts.add(pool.submit(() -> sum(chunk))); //~ //? use.after.move
        }
        rows.clear(); //! use.after.move
        int stored = 0;
        for (Future<Integer> part : parts) {
            stored += part.get();
        }
        return stored;
    }

    private static int sum(List<Row> chunk) {
        return chunk.stream().mapToInt(Row::value).sum();
    }
}
