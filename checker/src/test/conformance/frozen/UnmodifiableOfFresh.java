package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/*
 * An unmodifiable shell over a fresh copy that nobody else has.
 * Verdict: derived.
 */
@Frozen
public final class UnmodifiableOfFresh {
    private final List<String> names;
    private final SortedMap<String, Integer> ranks;
    UnmodifiableOfFresh(Collection<String> names, Map<String, Integer> ranks) {
        this.names = Collections.unmodifiableList(new ArrayList<>(names));
        this.ranks = Collections.unmodifiableSortedMap(new TreeMap<>(ranks));
    }
    List<String> names() { return names; }
    Integer rank(String n) { return ranks.get(n); }
}
