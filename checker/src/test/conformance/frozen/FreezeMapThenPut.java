package spec.frozen;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.runtime.Freezer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/*
 * Frozen by ownership, then written through the old name.
 * Verdict: derived.
 */
public class FreezeMapThenPut {
    Map<String, List<String>> routes() {
        Map<String, List<String>> routes = new HashMap<>();
        routes.put("/", new ArrayList<>(List.of("home")));
        List<String> root = routes.get("/");
        @Frozen Map<String, List<String>> all = Freezer.freeze(routes);
        root.add("index"); //! frozen.write
        return new HashMap<>();
    }
}
