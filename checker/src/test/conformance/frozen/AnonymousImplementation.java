package spec.frozen;

import dev.lungfish.annotation.Frozen;

/*
 * An anonymous implementation of a frozen interface with a counter.
 * Verdict: derived.
 */
public class AnonymousImplementation {
    @Frozen interface Rule { boolean holds(int n); }
    Rule limited(int max) {
        return new Rule() {
            private int calls; //! frozen.mutable.part
            @Override public boolean holds(int n) { return ++calls < max && n > 0; } //? frozen.write
        };
    }
    Rule positive() {
        return new Rule() {
            @Override public boolean holds(int n) { return n > 0; }
        };
    }
}
