package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.List;

/*
 * A lambda for a frozen functional interface that captures a list.
 * Verdict: derived.
 */
public class LambdaAsFrozenInterface {
    @Frozen interface Rule { boolean holds(String n); }
    Rule oneOf(List<String> names) {
        return n -> names.contains(n); //! frozen.mutable.part
    }
    Rule oneOfCopy(List<String> names) {
        List<String> copy = List.copyOf(names);
        return n -> copy.contains(n);
    }
    Rule longerThan(int max) {
        return n -> n.length() > max;
    }
}
