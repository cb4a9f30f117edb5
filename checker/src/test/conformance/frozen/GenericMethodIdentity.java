package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.List;

/*
 * The identity function gives the frozen list back.
 * Verdict: derived.
 */
public class GenericMethodIdentity {
    static <T> T same(T t) { return t; }
    void run(@Frozen List<String> names) {
        same(names).clear(); //! frozen.write
    }
}
