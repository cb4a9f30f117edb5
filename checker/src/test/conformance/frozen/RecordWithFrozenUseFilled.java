package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.List;

/*
 * A mutable list stored into a component that is declared frozen.
 * Verdict: derived.
 */
public class RecordWithFrozenUseFilled {
    record Report(String title, @Frozen List<String> lines) {}
    Report make(List<String> lines) {
        return new Report("x", lines); //! frozen.mutable.part
    }
    Report makeRight(List<String> lines) {
        return new Report("x", List.copyOf(lines));
    }
}
