package spec.library;

import java.util.concurrent.CompletableFuture;

/*
 * The value is frozen by its type.
 * Verdict: derived.
 */
public class CombineSameRecordSource {
    record Quote(String symbol, double price) {}
    CompletableFuture<Double> run() {
        CompletableFuture<Quote> quote = CompletableFuture.supplyAsync(() -> new Quote("A", 1.5));
        quote.thenAcceptAsync(q -> System.out.println(q.symbol()));
        return quote.thenApplyAsync(Quote::price);
    }
}
