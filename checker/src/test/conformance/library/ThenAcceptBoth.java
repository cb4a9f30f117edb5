package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/*
 * Two independent values meet in one stage.
 * Verdict: derived.
 */
public class ThenAcceptBoth {
    CompletableFuture<Void> run() {
        CompletableFuture<List<String>> left = CompletableFuture.supplyAsync(ArrayList::new);
        CompletableFuture<List<String>> right = CompletableFuture.supplyAsync(ArrayList::new);
        return left.thenAcceptBoth(right, (a, b) -> {
            a.addAll(b);
            System.out.println(a);
        });
    }
}
