package spec.frozen;

import dev.lungfish.annotation.Frozen;

/*
 * One of the permitted classes can be changed.
 * Verdict: derived.
 */
public class FrozenInterfaceSealedMutable {
    @Frozen sealed interface Event permits Started, Progress {}
    record Started(String by) implements Event {}
    static final class Progress implements Event {
        private int percent; //! frozen.mutable.part
        void advance(int p) { percent = p; }
    }
}
