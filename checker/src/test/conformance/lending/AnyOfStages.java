package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/*
 * anyOf waits for one.
 * Verdict: derived.
 */
public class AnyOfStages {
    int run() {
        List<String> a = new ArrayList<>(), b = new ArrayList<>();
        CompletableFuture<Void> fa = CompletableFuture.runAsync(() -> a.add("x"));
        CompletableFuture<Void> fb = CompletableFuture.runAsync(() -> b.add("y"));
        CompletableFuture.anyOf(fa, fb).join();
        return a.size() //! use.after.move
            + b.size(); //! use.after.move
    }
}
