package spec.quiet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Rows are split into chunks that are copied, and a task gets each.
 * Verdict: no finding; rows are frozen, chunks are fresh.
 */
public class ChunksOfRows {
    record Row(String key, int value) {}

    int load(ExecutorService pool, List<Row> rows, int size) throws Exception {
        List<Future<Integer>> parts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += size) {
            List<Row> chunk = new ArrayList<>(rows.subList(from, Math.min(rows.size(), from + size)));
            parts.add(pool.submit(() -> store(chunk)));
        }
        rows.clear();
        int stored = 0;
        for (Future<Integer> part : parts) {
            stored += part.get();
        }
        return stored;
    }

    private static int store(List<Row> chunk) {
        chunk.sort((a, b) -> a.key().compareTo(b.key()));
        return chunk.size();
    }
}
