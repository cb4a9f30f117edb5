package spec.isolated;

import dev.lungfish.annotation.Isolated;
import java.util.ArrayList;
import java.util.List;

/*
 * The helper keeps a second reference.
 * Verdict: derived.
 */
public class PassedToKeeper {
    private @Isolated List<String> names = new ArrayList<>();
    private static final List<List<String>> ALL = new ArrayList<>();
    void register() {
        keep(names); //! isolated.aliased|move.not.owned|isolated.not.restored
    }
    private static void keep(List<String> l) { ALL.add(l); }
}
