package spec.quiet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/*
 * Two stages make a list each; the combination adds the second to the first.
 * Verdict: no finding; both are the combining function's own.
 */
public class CombinedLists {
    List<String> load(ExecutorService pool) {
        CompletableFuture<List<String>> left = CompletableFuture.supplyAsync(() -> read("left"), pool);
        CompletableFuture<List<String>> right = CompletableFuture.supplyAsync(() -> read("right"), pool);
        List<String> all = left.thenCombine(right, (a, b) -> {
            a.addAll(b);
            return a;
        }).join();
        all.add("end");
        return all;
    }

    private static List<String> read(String name) {
        List<String> lines = new ArrayList<>();
        lines.add(name);
        return lines;
    }
}
