package spec.declared;

import dev.lungfish.annotation.InRegion;

/*
 * javax-style guard on a method: callers must hold it.
 * Verdict: derived.
 */
public class GuardedByOnMethod {
    private final Object lock = new Object();
    @InRegion("lock") private int count;
    @InRegion("lock") void bump() { count++; }
    void right() { synchronized (lock) { bump(); } }
    void wrong() {
        bump(); //! region.not.open
    }
}
