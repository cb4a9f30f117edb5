package spec.racy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/*
 * Events are collected in a plain list, and a scheduled task sends and clears it.
 * Verdict: the timer's thread and the caller of onEvent share the list.
 */
public class Debouncer {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final List<String> pending = new ArrayList<>();
    private boolean scheduled;

    public void onEvent(String event) {
        pending.add(event); //| move.not.owned
        if (!scheduled) {
            scheduled = true;
            timer.schedule(this::flush, 100, TimeUnit.MILLISECONDS); //! move.not.owned
        }
    }

    private void flush() {
        System.out.println(pending);
        pending.clear();
        scheduled = false;
    }
}
