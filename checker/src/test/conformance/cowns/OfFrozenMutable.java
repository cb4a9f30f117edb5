package spec.cowns;

import dev.lungfish.runtime.Cown;

/*
 * Not frozen at all.
 * Verdict: derived.
 */
public class OfFrozenMutable {
    Cown<StringBuilder> run() {
        return Cown.ofFrozen(new StringBuilder("x")); //! frozen.mutable.part|freeze.unfreezable
    }
}
