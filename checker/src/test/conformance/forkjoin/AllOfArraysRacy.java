package spec.forkjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/*
 * As AllOfArrays, but nobody waits, or only for one of them.
 * Verdict: derived; data races.
 */
public class AllOfArraysRacy {
    int notJoined(int n) {
        CompletableFuture<?>[] futures = new CompletableFuture<?>[n];
        List<List<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Integer> part = new ArrayList<>();
            parts.add(part);
            futures[i] = CompletableFuture.runAsync(() -> part.add(1));
        }
        CompletableFuture.allOf(futures);
        return parts.get(0).size(); //! use.after.move
    }

    int anyOf(int n) {
        CompletableFuture<?>[] futures = new CompletableFuture<?>[n];
        int[] results = new int[n];
        for (int i = 0; i < n; i++) {
            int own = i;
            futures[i] = CompletableFuture.runAsync(() -> results[own] = own * own);
        }
        CompletableFuture.anyOf(futures).join();
        return results[n - 1]; //! use.after.move
    }
}
