package spec.isolated;

import dev.lungfish.annotation.Isolated;

/*
 * A second name that lives to the end of the method is fine; stored in a field it is not.
 * Verdict: derived.
 */
public class LocalAliasLeft {
    private @Isolated StringBuilder current = new StringBuilder();
    private StringBuilder last;
    void add(String s) {
        StringBuilder c = current;
        c.append(s);
        c.append('\n');
    }
    void remember() {
        last = current; //! isolated.aliased|region.two.owners
    }
    String last() { return last == null ? "" : last.toString(); }
}
