package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.Iterator;
import java.util.List;

/*
 * Removing through an iterator writes the collection.
 * Verdict: derived.
 */
public class IteratorRemovesFromFrozen {
    void prune(@Frozen List<String> names) {
        Iterator<String> it = names.iterator();
        while (it.hasNext()) {
            if (it.next().isEmpty()) {
                it.remove(); //! frozen.write
            }
        }
    }
}
