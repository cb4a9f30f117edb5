package spec.isolated;

import dev.lungfish.annotation.Isolated;
import java.util.ArrayList;
import java.util.List;

/*
 * Helpers that only read, or only write, keep nothing.
 * Verdict: derived.
 */
public class PassedToHelper {
    private @Isolated List<String> names = new ArrayList<>();
    void add(String n) { append(names, n); }
    int size() { return count(names); }
    private static void append(List<String> l, String n) { l.add(n); }
    private static int count(List<String> l) { return l.size(); }
}
