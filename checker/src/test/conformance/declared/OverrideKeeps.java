package spec.declared;

import dev.lungfish.annotation.Borrowed;
import java.util.ArrayList;
import java.util.List;

/*
 * An interface of the project; the implementation keeps the argument that a caller sends on.
 * Verdict: derived.
 */
public class OverrideKeeps {
    interface Visitor { void visit(@Borrowed StringBuilder text); }
    static final class Collecting implements Visitor {
        final List<StringBuilder> all = new ArrayList<>();
        @Override public void visit(StringBuilder text) { //| override.contract
            all.add(text); //! capture.not.owned|override.contract
        }
    }
    static final class Printing implements Visitor {
        @Override public void visit(StringBuilder text) { System.out.println(text.append("!")); }
    }
}
