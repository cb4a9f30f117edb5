package spec.library;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/*
 * What was set into an atomic reference that two threads see is used on.
 * Verdict: derived.
 */
public class AtomicSetThenUsed {
    private static final AtomicReference<StringBuilder> LATEST = new AtomicReference<>();
    void publish(ExecutorService pool) {
        pool.execute(() -> {
            StringBuilder old = LATEST.getAndSet(null);
            if (old != null) {
                old.append("read");
            }
        });
        StringBuilder text = new StringBuilder();
        LATEST.set(text); //~
        text.append("late"); //! use.after.move
    }
}
