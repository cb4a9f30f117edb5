package spec.guarded;

import java.util.concurrent.TimeUnit;

/*
 * A helper waits on a monitor that it is given: its caller holds it, or waiting fails at once.
 * Verdict: derived.
 */
public class WaitsOnGivenMonitor {
    public static void waitFor(Object monitor, long millis) throws InterruptedException {
        if (millis > 0) {
            monitor.wait(millis);
        }
    }

    public static void waitFor(Object monitor, TimeUnit unit, long time) throws InterruptedException {
        unit.timedWait(monitor, time);
    }
}
