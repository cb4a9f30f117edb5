package spec.isolated;

import dev.lungfish.annotation.Isolated;
import java.util.ArrayList;
import java.util.List;

/*
 * A lambda that stays behind captures the slot's content.
 * Verdict: derived.
 */
public class CapturedSlot {
    private @Isolated StringBuilder current = new StringBuilder();
    private final List<Runnable> later = new ArrayList<>();
    void defer() {
        StringBuilder c = current;
        later.add(() -> c.append("x")); //! isolated.aliased
    }
    void run() { later.forEach(Runnable::run); }
}
