package spec.racy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/*
 * A stage that timed out still fills the list that the handler clears.
 * Verdict: orTimeout ends the wait, not the task.
 */
public class TimeoutOfStage {
    List<String> load(ExecutorService pool) {
        List<String> out = new ArrayList<>();
        CompletableFuture<Void> filled = CompletableFuture.runAsync(() -> fill(out), pool); //~
        filled.orTimeout(1, TimeUnit.SECONDS);
        try {
            filled.join();
        } catch (CompletionException e) {
            out.clear(); //! use.after.move
        }
        return out; //? use.after.move
    }

    private static void fill(List<String> out) {
        for (int i = 0; i < 1000; i++) {
            out.add("line " + i);
        }
    }
}
