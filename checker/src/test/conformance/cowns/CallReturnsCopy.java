package spec.cowns;

import dev.lungfish.runtime.Cown;
import java.util.ArrayList;
import java.util.List;

/*
 * call returns a copy of strings.
 * Verdict: derived.
 */
public class CallReturnsCopy {
    List<String> run(Cown<List<String>> cown) {
        List<String> copy = cown.call(list -> new ArrayList<>(list));
        copy.add("mine");
        return copy;
    }
}
