package spec.racy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/*
 * Two stages add to one plain list.
 * Verdict: a race; the second stage captures what the first one still has.
 */
public class TwoStagesOneList {
    List<String> load(ExecutorService pool) {
        List<String> out = new ArrayList<>();
        CompletableFuture<Void> left = CompletableFuture.runAsync(() -> out.add("left"), pool); //~
        CompletableFuture<Void> right = CompletableFuture.runAsync(() -> out.add("right"), pool); //! use.after.move
        CompletableFuture.allOf(left, right).join();
        return out;
    }
}
