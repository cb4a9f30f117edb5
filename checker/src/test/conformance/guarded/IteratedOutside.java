package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/*
 * The iterator of a guarded map is used after the monitor was left.
 * Verdict: derived.
 */
public class IteratedOutside {
    @InRegion("this") private final Map<String, Integer> counts = new HashMap<>();
    synchronized void hit(String k) { counts.merge(k, 1, Integer::sum); }
    int sum() {
        Collection<Integer> values;
        synchronized (this) { values = counts.values(); }
        int n = 0;
        for (int v : values) { n += v; } //! region.escape
        return n;
    }
    synchronized int max() {
        int n = 0;
        for (int v : counts.values()) { n = Math.max(n, v); }
        return n;
    }
    Map<String, Integer> copy() {
        synchronized (this) { return new TreeMap<>(counts); }
    }
}
