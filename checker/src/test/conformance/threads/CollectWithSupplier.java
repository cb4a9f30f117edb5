package spec.threads;

import java.util.ArrayList;
import java.util.List;

/*
 * collect makes a container for each part.
 * Verdict: derived.
 */
public class CollectWithSupplier {
    List<String> run(List<String> in) {
        return in.parallelStream().collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }
}
