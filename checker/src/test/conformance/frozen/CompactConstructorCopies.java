package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/*
 * Copied in every constructor.
 * Verdict: derived.
 */
public class CompactConstructorCopies {
    @Frozen record Team(String name, List<String> members, Map<String, Integer> score, Set<Long> ids) {
        Team {
            members = List.copyOf(members);
            score = Map.copyOf(score);
            ids = Set.copyOf(ids);
        }
        Team(String name) { this(name, List.of(), Map.of(), Set.of()); }
        Team withMember(String m) {
            List<String> more = new ArrayList<>(members);
            more.add(m);
            return new Team(name, more, score, ids);
        }
    }
}
