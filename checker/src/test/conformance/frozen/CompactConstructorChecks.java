package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.List;
import java.util.Objects;

/*
 * A compact constructor that only validates keeps the caller's list.
 * Verdict: derived.
 */
public class CompactConstructorChecks {
    @Frozen record Team(String name, List<String> members) { //! frozen.mutable.part
        Team {
            if (members.isEmpty()) { throw new IllegalArgumentException("empty"); }
            Objects.requireNonNull(name);
        }
    }
}
