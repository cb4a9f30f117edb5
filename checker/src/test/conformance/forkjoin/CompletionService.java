package spec.forkjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;

/*
 * As many results are taken as tasks were submitted.
 * Verdict: derived.
 */
public class CompletionService {
    int sum(Executor pool, List<String> names) throws InterruptedException, ExecutionException {
        ExecutorCompletionService<Integer> service = new ExecutorCompletionService<>(pool);
        for (String name : names) {
            service.submit(() -> name.length());
        }
        int sum = 0;
        for (int i = 0; i < names.size(); i++) {
            sum += service.take().get();
        }
        return sum;
    }

    List<String> results(Executor pool, int n) throws InterruptedException, ExecutionException {
        ExecutorCompletionService<List<String>> service = new ExecutorCompletionService<>(pool);
        for (int i = 0; i < n; i++) {
            List<String> own = new ArrayList<>();
            service.submit(() -> {
                own.add("x");
                return own;
            });
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            all.addAll(service.take().get());
        }
        return all;
    }
}
