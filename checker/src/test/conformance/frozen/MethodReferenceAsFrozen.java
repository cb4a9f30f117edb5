package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.Set;

/*
 * A bound method reference keeps its receiver.
 * Verdict: derived.
 */
public class MethodReferenceAsFrozen {
    @Frozen interface Rule { boolean holds(String n); }
    Rule in(Set<String> names) {
        return names::contains; //! frozen.mutable.part
    }
    Rule isEmpty() {
        return String::isEmpty;
    }
}
