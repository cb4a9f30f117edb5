package spec.library;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/*
 * whenComplete looks at a frozen value only.
 * Verdict: derived.
 */
public class WhenCompleteLogs {
    CompletableFuture<Integer> run(ExecutorService pool, String url) {
        return CompletableFuture.supplyAsync(url::length, pool)
                .whenComplete((size, failure) -> {
                    if (failure != null) {
                        System.err.println(url + ": " + failure.getMessage());
                    }
                })
                .thenApply(size -> size * 2);
    }
}
