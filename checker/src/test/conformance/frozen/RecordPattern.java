package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.List;

/*
 * Deconstructed parts of a frozen record are frozen.
 * Verdict: derived.
 */
public class RecordPattern {
    record Node(String name, List<String> tags) {}
    void run(@Frozen Object o) {
        if (o instanceof Node n) {
            n.tags().add("x"); //! frozen.write
        }
    }
}
