package spec.library;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/*
 * The stage that recovers makes a value of its own.
 * Verdict: derived.
 */
public class HandleAndJoin {
    List<String> run() {
        List<String> result = CompletableFuture.<List<String>>supplyAsync(() -> new ArrayList<>(List.of("a")))
                .exceptionally(e -> new LinkedList<>())
                .join();
        result.add("here");
        return result;
    }
}
