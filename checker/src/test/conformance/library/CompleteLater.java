package spec.library;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/*
 * A promise completed by hand with a value that is used on.
 * Verdict: derived.
 */
public class CompleteLater {
    CompletableFuture<StringBuilder> run() {
        CompletableFuture<StringBuilder> promise = new CompletableFuture<>();
        StringBuilder text = new StringBuilder("a");
        Executors.newSingleThreadExecutor().execute(() -> promise.complete(text)); //~
        text.append("b"); //! use.after.move
        return promise;
    }
}
