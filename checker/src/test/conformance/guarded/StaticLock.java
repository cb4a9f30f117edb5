package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/*
 * A static guarded by a static lock, and one by the class.
 * Verdict: derived.
 */
public class StaticLock {
    private static final Object LOCK = new Object();
    @InRegion("LOCK") private static final Deque<String> RECENT = new ArrayDeque<>();
    static void add(String s) {
        synchronized (LOCK) {
            RECENT.addFirst(s);
            if (RECENT.size() > 10) { RECENT.removeLast(); }
        }
    }
    static String last() {
        return RECENT.peekFirst(); //! region.not.open
    }
    static List<String> all() { synchronized (LOCK) { return List.copyOf(RECENT); } }
}
