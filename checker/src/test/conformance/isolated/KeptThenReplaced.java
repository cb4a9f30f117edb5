package spec.isolated;

import dev.lungfish.annotation.Isolated;
import java.util.ArrayList;
import java.util.List;

/*
 * The old content is kept elsewhere, and the slot gets a new one before the method ends.
 * Verdict: derived.
 */
public class KeptThenReplaced {
    private @Isolated List<String> buffer = new ArrayList<>();
    private final List<List<String>> done = new ArrayList<>();
    void rotate() {
        List<String> full = buffer;
        done.add(full);
        buffer = new ArrayList<>();
    }
    void forget(boolean again) {
        List<String> full = buffer;
        done.add(full); //! isolated.aliased
        if (again) {
            buffer = new ArrayList<>();
        }
    }
    int rounds() { return done.size(); }
}
