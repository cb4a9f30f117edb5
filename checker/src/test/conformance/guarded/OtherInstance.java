package spec.guarded;

import dev.lungfish.annotation.InRegion;

/*
 * equals compares with the other one's guarded field without its lock.
 * Verdict: derived.
 */
public class OtherInstance {
    @InRegion("this") private int n;
    synchronized void inc() { n++; }
    synchronized boolean same(OtherInstance other) {
        return n == other.n; //! region.not.open
    }
    boolean sameRight(OtherInstance other) {
        int mine, its;
        synchronized (this) { mine = n; }
        synchronized (other) { its = other.n; }
        return mine == its;
    }
}
