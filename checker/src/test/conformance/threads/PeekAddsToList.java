package spec.threads;

import java.util.ArrayList;
import java.util.List;

/*
 * A parallel stream remembers what it has seen in a plain list.
 * Verdict: many at once add to the list.
 */
public class PeekAddsToList {
    long run(List<String> names) {
        List<String> seen = new ArrayList<>();
        return names.parallelStream()
            .peek(seen::add) //! capture.multi
            .filter(name -> !name.isEmpty())
            .count();
    }
}
