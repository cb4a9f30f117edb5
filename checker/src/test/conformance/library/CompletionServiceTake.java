package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;

/*
 * Results of a completion service belong to whoever takes them.
 * Verdict: derived.
 */
public class CompletionServiceTake {
    List<String> run(Executor pool, List<String> urls) throws Exception {
        CompletionService<List<String>> service = new ExecutorCompletionService<>(pool);
        for (String url : urls) {
            service.submit(() -> {
                List<String> lines = new ArrayList<>();
                lines.add(url);
                return lines;
            });
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < urls.size(); i++) {
            List<String> lines = service.take().get();
            lines.add("--");
            all.addAll(lines);
        }
        return all;
    }
}
