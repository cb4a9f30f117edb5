package spec.guarded;

import dev.lungfish.annotation.InRegion;

/*
 * The lambda's own monitor is not the outer one.
 * Verdict: derived.
 */
public class WrongMonitor {
    @InRegion("this") private int n;
    Runnable task() {
        return new Runnable() {
            @Override public synchronized void run() {
                n++; //! region.not.open
            }
        };
    }
    Runnable right() {
        return () -> { synchronized (this) { n++; } };
    }
}
