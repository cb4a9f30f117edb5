package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/*
 * Constructor and fresh instance need no lock.
 * Verdict: derived.
 */
public class ConstructorFills {
    @InRegion("this") private final List<String> names = new ArrayList<>();
    @InRegion("this") private int n;
    ConstructorFills(Collection<String> c) { names.addAll(c); n = names.size(); }
    static ConstructorFills of(String s) {
        ConstructorFills f = new ConstructorFills(List.of());
        f.names.add(s);
        f.n++;
        return f;
    }
    synchronized int n() { return n; }
}
