package spec.declared;

import dev.lungfish.annotation.InRegion;

/*
 * A lock that may be replaced guards nothing.
 * Verdict: derived.
 */
public class InRegionMutableLock {
    private Object lock = new Object();
    private @InRegion("lock") int count; //! annotation.invalid
    void relock() { lock = new Object(); }
}
