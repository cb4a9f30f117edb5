package spec.declared;

import dev.lungfish.annotation.Isolated;

/*
 * An owning slot of a number makes no sense.
 * Verdict: derived.
 */
public class IsolatedPrimitive {
    private @Isolated int count; //! annotation.invalid
    void inc() { count++; }
}
