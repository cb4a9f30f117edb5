package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/*
 * allOf over two stages, joined.
 * Verdict: derived.
 */
public class AllOfStages {
    int run() {
        List<String> a = new ArrayList<>(), b = new ArrayList<>();
        CompletableFuture<Void> fa = CompletableFuture.runAsync(() -> a.add("x"));
        CompletableFuture<Void> fb = CompletableFuture.runAsync(() -> b.add("y"));
        CompletableFuture.allOf(fa, fb).join();
        return a.size() + b.size();
    }
}
