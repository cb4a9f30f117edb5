package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.ArrayList;
import java.util.List;

/*
 * Stored into an ordinary field.
 * Verdict: derived.
 */
public class FrozenStoredInField {
    private List<String> current = new ArrayList<>();
    private @Frozen List<String> snapshot = List.of();
    void set(@Frozen List<String> names) {
        snapshot = names;
        current = names; //! frozen.write
    }
    void add(String s) { current.add(s); }
}
