package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/*
 * schedule of a callable gives a future; get gives the list back.
 * Verdict: derived.
 */
public class DelayedThenGet {
    int run(ScheduledExecutorService timer) throws Exception {
        List<String> names = new ArrayList<>();
        ScheduledFuture<Integer> size = timer.schedule(() -> {
            names.add("x");
            return names.size();
        }, 1, TimeUnit.SECONDS);
        int n = size.get();
        names.add("y");
        return n;
    }
}
