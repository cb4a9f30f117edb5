package spec.racy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/*
 * The fallback of a stage is filled on after the stage was made.
 * Verdict: a race between the maker and whoever gets the result of the stage.
 */
public class FallbackStillKnown {
    CompletableFuture<List<String>> load(ExecutorService pool, String name) {
        List<String> fallback = new ArrayList<>();
        CompletableFuture<List<String>> loaded = CompletableFuture
            .supplyAsync(() -> read(name), pool)
            .exceptionally(e -> fallback); //~
        fallback.add("none"); //! use.after.move
        return loaded;
    }

    private static List<String> read(String name) {
        List<String> lines = new ArrayList<>();
        lines.add(name);
        return lines;
    }
}
