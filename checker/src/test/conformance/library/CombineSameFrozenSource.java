package spec.library;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/*
 * The value is an immutable list of strings: anybody may read it.
 * Verdict: derived.
 */
public class CombineSameFrozenSource {
    CompletableFuture<Integer> run() {
        CompletableFuture<List<String>> names = CompletableFuture.supplyAsync(() -> List.of("a", "b"));
        CompletableFuture<Void> printed = names.thenAcceptAsync(list -> System.out.println(list)); //? two.consumers
        return names.thenApplyAsync(List::size); //? two.consumers
    }
}
