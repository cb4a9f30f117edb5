package spec.declared;

import dev.lungfish.annotation.ThreadSafe;
import java.util.ArrayList;
import java.util.List;

/*
 * volatile protects the reference, not the list.
 * Verdict: derived.
 */
@ThreadSafe
public final class ThreadSafeVolatileList {
    private volatile List<String> names = new ArrayList<>(); //! threadsafe.unprotected
    void set(List<String> n) { names = n; }
    void add(String n) { names.add(n); } //? threadsafe.unprotected
}
