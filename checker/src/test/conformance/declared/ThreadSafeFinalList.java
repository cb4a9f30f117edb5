package spec.declared;

import dev.lungfish.annotation.ThreadSafe;
import java.util.ArrayList;
import java.util.List;

/*
 * A plain list in a final field.
 * Verdict: derived.
 */
@ThreadSafe
public final class ThreadSafeFinalList {
    private final List<String> names = new ArrayList<>(); //! threadsafe.unprotected
    synchronized void add(String n) { names.add(n); }
    int size() { return names.size(); }
}
