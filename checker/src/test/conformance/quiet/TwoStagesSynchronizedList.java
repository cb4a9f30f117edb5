package spec.quiet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/*
 * Two stages add to one synchronized list, which is read when both are done.
 * Verdict: no finding; the wrapper protects itself.
 */
public class TwoStagesSynchronizedList {
    int load(ExecutorService pool) {
        List<String> out = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Void> left = CompletableFuture.runAsync(() -> out.add("left"), pool);
        CompletableFuture<Void> right = CompletableFuture.runAsync(() -> out.add("right"), pool);
        CompletableFuture.allOf(left, right).join();
        return out.size();
    }
}
