package spec.threads;

import java.util.ArrayList;
import java.util.List;

/*
 * reduce with a mutable identity.
 * Verdict: derived.
 */
public class ReduceWithList {
    List<String> run(List<String> in) {
        List<String> identity = new ArrayList<>();
        return in.parallelStream().reduce(identity, (l, s) -> { l.add(s); return l; }, (l, r) -> { l.addAll(r); return l; }); //! capture.multi
    }
}
