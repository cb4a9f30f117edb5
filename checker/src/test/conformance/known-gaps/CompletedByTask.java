// Gap: G-21, what a task completes a future with counts as the task's as long as the task may run
// Why: the task captures the future, and what is in the future belongs to its region: that the task only puts something in is not asked.
// Since: 0.1.0
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

public class CompletedByTask {
    static List<String> load(ExecutorService pool) {
        CompletableFuture<List<String>> answer = new CompletableFuture<>();
        pool.execute(() -> {
            List<String> lines = new ArrayList<>();
            lines.add("a");
            answer.complete(lines);
        });
        List<String> lines = answer.join();
        lines.add("b"); //OVER use.after.move
        return lines;
    }

    static CompletableFuture<Integer> chain(ExecutorService pool) {
        return CompletableFuture.supplyAsync(() -> new StringBuilder("a"), pool)
            .thenCompose(text -> CompletableFuture.supplyAsync(() -> text.append("b"), pool)) //OVER use.after.move
            .thenApply(StringBuilder::length);
    }
}
