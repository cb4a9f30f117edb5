package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.Collections;
import java.util.List;

/*
 * A view of a frozen list is the frozen list.
 * Verdict: derived.
 */
public class SubListSorted {
    void sortHead(@Frozen List<String> names) {
        List<String> head = names.subList(0, 2);
        Collections.sort(head); //! frozen.write
    }
}
