package spec.quiet;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/*
 * One asynchronous stage per id, joined in order.
 * Verdict: no finding; each stage makes its own result.
 */
public class FanOutOfStages {
    record Quote(String id, int cents) {}

    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    List<Quote> quotes(List<String> ids) {
        List<CompletableFuture<Quote>> stages = ids.stream()
            .map(id -> CompletableFuture.supplyAsync(() -> fetch(id), pool))
            .toList();
        return stages.stream().map(CompletableFuture::join).collect(Collectors.toList());
    }

    private Quote fetch(String id) {
        return new Quote(id, id.length() * 100);
    }
}
