package spec.frozen;

import dev.lungfish.annotation.Frozen;

/*
 * Subclasses may set the field.
 * Verdict: derived.
 */
@Frozen
public class ProtectedSetter {
    protected String name; //! frozen.mutable.part
    ProtectedSetter(String name) { this.name = name; }
    String name() { return name; }
}
