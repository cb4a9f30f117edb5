package spec.quiet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/*
 * Events are collected under the monitor of the debouncer, and a scheduled task takes them out under it.
 * Verdict: no finding; every access holds the monitor.
 */
public class DebouncerGuarded {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private List<String> pending = new ArrayList<>();
    private boolean scheduled;

    public synchronized void onEvent(String event) {
        pending.add(event);
        if (!scheduled) {
            scheduled = true;
            timer.schedule(this::flush, 100, TimeUnit.MILLISECONDS);
        }
    }

    private void flush() {
        List<String> batch;
        synchronized (this) {
            batch = pending;
            pending = new ArrayList<>();
            scheduled = false;
        }
        for (String event : batch) {
            System.out.println(event);
        }
    }
}
