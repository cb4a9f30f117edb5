package spec.isolated;

import dev.lungfish.annotation.Isolated;

/*
 * A getter returns the content of an owning slot.
 * Verdict: the caller gets a second name.
 */
public class SlotReturnedByGetter {
    private @Isolated StringBuilder text = new StringBuilder();

    StringBuilder text() {
        return text; //! isolated.aliased
    }

    void reset() {
        text = new StringBuilder();
    }
}
