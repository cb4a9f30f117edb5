package spec.declared;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.annotation.ThreadSafe;
import java.util.ArrayList;
import java.util.List;

/*
 * A volatile reference to immutable snapshots.
 * Verdict: derived.
 */
@ThreadSafe
public final class ThreadSafeVolatileFrozenList {
    private volatile @Frozen List<String> names = List.of();
    synchronized void add(String n) {
        List<String> more = new ArrayList<>(names);
        more.add(n);
        names = List.copyOf(more);
    }
    @Frozen List<String> names() { return names; }
}
