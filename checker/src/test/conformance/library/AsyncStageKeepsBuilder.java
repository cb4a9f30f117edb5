package spec.library;

import java.util.concurrent.CompletableFuture;

/*
 * The stage runs later, elsewhere, with a builder that is used on.
 * Verdict: derived.
 */
public class AsyncStageKeepsBuilder {
    String run(CompletableFuture<String> source) {
        StringBuilder text = new StringBuilder();
        source.thenAcceptAsync(text::append); //~ //| use.after.move
        text.append("now"); //! use.after.move
        return text.toString(); //? use.after.move
    }
}
