package spec.library;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/*
 * Cancelling a periodic task does not wait for a run that is on its way.
 * Verdict: derived.
 */
public class FixedRateCancelled {
    int run(ScheduledExecutorService timer) throws Exception {
        int[] ticks = new int[1];
        ScheduledFuture<?> ticking = timer.scheduleAtFixedRate(() -> ticks[0]++, 0, 1, TimeUnit.SECONDS); //~
        Thread.sleep(5000);
        ticking.cancel(false);
        return ticks[0]; //! use.after.move
    }
}
