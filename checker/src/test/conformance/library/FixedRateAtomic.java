package spec.library;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/*
 * The same with an atomic counter.
 * Verdict: derived.
 */
public class FixedRateAtomic {
    int run(ScheduledExecutorService timer) throws Exception {
        AtomicInteger ticks = new AtomicInteger();
        ScheduledFuture<?> ticking = timer.scheduleAtFixedRate(ticks::incrementAndGet, 0, 1, TimeUnit.SECONDS);
        Thread.sleep(5000);
        ticking.cancel(false);
        return ticks.get();
    }
}
