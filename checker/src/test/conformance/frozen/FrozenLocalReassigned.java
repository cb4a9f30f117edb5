package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.List;

/*
 * The frozen names of a loop variable.
 * Verdict: derived.
 */
public class FrozenLocalReassigned {
    int run(List<@Frozen List<String>> pages) {
        int n = 0;
        for (@Frozen List<String> page : pages) {
            n += page.size();
            page.clear(); //! frozen.write
        }
        return n;
    }
}
