package spec.frozen;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.runtime.Freezer;
import java.util.ArrayList;
import java.util.List;

/*
 * A graph frozen by ownership returned as an ordinary list.
 * Verdict: static-core.md 20.1.
 */
public class FreezeReturnedAsPlain {
    List<String> names() {
        List<String> names = new ArrayList<>();
        names.add("a");
        return Freezer.freeze(names);
    }
    @Frozen List<String> namesRight() {
        List<String> names = new ArrayList<>();
        names.add("a");
        return Freezer.freeze(names);
    }
}
