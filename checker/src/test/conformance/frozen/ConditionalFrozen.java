package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.ArrayList;
import java.util.List;

/*
 * One of two names is frozen.
 * Verdict: derived.
 */
public class ConditionalFrozen {
    void run(@Frozen List<String> fixed, boolean edit) {
        List<String> names = edit ? new ArrayList<>(fixed) : fixed; //| frozen.write
        names.add("x"); //! frozen.write
    }
}
