package spec.frozen;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.runtime.Freezer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Built as ordinary lists and maps, frozen, read by several tasks.
 * Verdict: derived.
 */
public class FreezeAndShare {
    int run(ExecutorService pool) throws Exception {
        Map<String, List<String>> routes = new HashMap<>();
        for (String s : List.of("a", "b")) {
            routes.computeIfAbsent(s, k -> new ArrayList<>()).add(s + s);
        }
        @Frozen Map<String, List<String>> all = Freezer.freeze(routes);
        Future<Integer> one = pool.submit(() -> all.get("a").size());
        Future<Integer> two = pool.submit(() -> all.get("b").size());
        return one.get() + two.get() + all.size();
    }
}
