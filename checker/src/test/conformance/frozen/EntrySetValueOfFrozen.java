package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.Map;

/*
 * setValue of an entry writes the map.
 * Verdict: derived.
 */
public class EntrySetValueOfFrozen {
    void reset(@Frozen Map<String, Integer> counts) {
        for (Map.Entry<String, Integer> e : counts.entrySet()) {
            e.setValue(0); //! frozen.write
        }
    }
}
