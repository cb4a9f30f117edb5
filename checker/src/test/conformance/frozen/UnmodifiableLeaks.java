package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.Collections;
import java.util.List;

/*
 * The list inside the shell is kept in a second field.
 * Verdict: derived.
 */
@Frozen
public final class UnmodifiableLeaks {
    private final List<String> names; //! frozen.mutable.part
    UnmodifiableLeaks(List<String> names) {
        this.names = Collections.unmodifiableList(names); //| frozen.mutable.part
    }
    List<String> names() { return names; }
}
