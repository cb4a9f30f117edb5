package spec.declared;

import dev.lungfish.annotation.Moved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/*
 * A supplier method with a result that is not the caller's.
 * Verdict: derived.
 */
public class MovedGenericResult {
    private final Map<String, List<String>> groups = new HashMap<>();
    @Moved List<String> group(String name) {
        return groups.get(name); //! return.not.owned
    }
    @Moved List<String> take(String name) {
        return new ArrayList<>(groups.getOrDefault(name, List.of()));
    }
}
