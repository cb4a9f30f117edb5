package spec.forkjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/*
 * CompletableFuture.allOf over an array filled by index, or made by a stream.
 * Verdict: derived.
 */
public class AllOfArrays {
    int byIndex(int n) {
        CompletableFuture<?>[] futures = new CompletableFuture<?>[n];
        List<List<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Integer> part = new ArrayList<>();
            parts.add(part);
            futures[i] = CompletableFuture.runAsync(() -> part.add(1));
        }
        CompletableFuture.allOf(futures).join();
        return parts.get(0).size();
    }

    int slots(int n) {
        CompletableFuture<?>[] futures = new CompletableFuture<?>[n];
        int[] results = new int[n];
        for (int i = 0; i < n; i++) {
            int own = i;
            futures[i] = CompletableFuture.runAsync(() -> results[own] = own * own);
        }
        CompletableFuture.allOf(futures).join();
        return results[n - 1];
    }

    int list(int n) {
        List<CompletableFuture<Void>> futures = new ArrayList<>();
        List<List<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Integer> part = new ArrayList<>();
            parts.add(part);
            futures.add(CompletableFuture.runAsync(() -> part.add(1)));
        }
        CompletableFuture.allOf(futures.toArray(new CompletableFuture[0])).join();
        return parts.get(0).size();
    }

    int stream(List<String> names) {
        CompletableFuture<?>[] futures = names.stream().map(name -> CompletableFuture.supplyAsync(() -> name.length()))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(futures).join();
        return futures.length;
    }
}
