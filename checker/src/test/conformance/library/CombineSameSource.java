package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/*
 * Both dependents get the very same list.
 * Verdict: derived.
 */
public class CombineSameSource {
    CompletableFuture<Integer> run() {
        CompletableFuture<List<String>> names = CompletableFuture.supplyAsync(ArrayList::new);
        CompletableFuture<Void> filled = names.thenAcceptAsync(list -> list.add("x")); //~
        return names.thenApplyAsync(List::size); //! two.consumers
    }
}
