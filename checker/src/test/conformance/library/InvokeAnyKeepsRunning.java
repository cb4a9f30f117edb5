package spec.library;

import java.util.List;
import java.util.concurrent.ExecutorService;

/*
 * invokeAny cancels the rest but does not wait for it.
 * Verdict: derived.
 */
public class InvokeAnyKeepsRunning {
    String run(ExecutorService pool) throws Exception {
        StringBuilder log = new StringBuilder();
        String winner = pool.invokeAny(List.of(() -> "a", () -> { log.append("b"); return "b"; })); //~
        return winner + log; //! use.after.move
    }
}
