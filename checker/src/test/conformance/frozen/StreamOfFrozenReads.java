package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/*
 * Streams, iteration, containment and copies only read.
 * Verdict: derived.
 */
public class StreamOfFrozenReads {
    List<String> shout(@Frozen List<String> names) {
        List<String> out = new ArrayList<>(names);
        out.add(String.join(",", names));
        for (String n : names) {
            out.add(n.toUpperCase());
        }
        out.addAll(names.stream().filter(n -> names.contains(n + "x")).toList());
        out.sort(Comparator.naturalOrder());
        return out;
    }
}
