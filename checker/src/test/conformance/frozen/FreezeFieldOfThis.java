package spec.frozen;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.runtime.Freezer;
import java.util.ArrayList;
import java.util.List;

/*
 * The list still belongs to this object.
 * Verdict: derived.
 */
public class FreezeFieldOfThis {
    private final List<String> names = new ArrayList<>();
    void add(String n) { names.add(n); }
    @Frozen List<String> snapshot() {
        return Freezer.freeze(names); //! freeze.not.owned
    }
    @Frozen List<String> copy() {
        return Freezer.freezeCopy(names);
    }
}
