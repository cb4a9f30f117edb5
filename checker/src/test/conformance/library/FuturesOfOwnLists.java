package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Each callable fills a list of its own and returns it.
 * Verdict: derived.
 */
public class FuturesOfOwnLists {
    List<String> run(ExecutorService pool, List<String> files) throws Exception {
        List<Future<List<String>>> futures = new ArrayList<>();
        for (String file : files) {
            futures.add(pool.submit(() -> read(file)));
        }
        List<String> all = new ArrayList<>();
        for (Future<List<String>> f : futures) {
            List<String> lines = f.get();
            lines.removeIf(String::isBlank);
            all.addAll(lines);
        }
        return all;
    }
    private static List<String> read(String file) {
        List<String> lines = new ArrayList<>();
        lines.add(file);
        return lines;
    }
}
