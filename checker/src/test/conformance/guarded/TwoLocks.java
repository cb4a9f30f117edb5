package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;

/*
 * An element moves from one lock's list to the other's while both are held, by remove.
 * Verdict: derived.
 */
public class TwoLocks {
    private final Object a = new Object(), b = new Object();
    @InRegion("a") private final List<StringBuilder> left = new ArrayList<>();
    @InRegion("b") private final List<StringBuilder> right = new ArrayList<>();
    void share() {
        synchronized (a) {
            synchronized (b) {
                right.add(left.get(0)); //! region.cross.reference
            }
        }
    }
    void copy() {
        synchronized (a) {
            synchronized (b) {
                right.add(new StringBuilder(left.get(0)));
            }
        }
    }
}
