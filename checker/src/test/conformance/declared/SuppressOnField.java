package spec.declared;

import dev.lungfish.annotation.ThreadSafe;

/*
 * Suppression of another rule does not help.
 * Verdict: derived.
 */
@ThreadSafe
public final class SuppressOnField {
    @SuppressWarnings("lungfish:static.mutable")
    private int count; //! threadsafe.unprotected
    void inc() { count++; } //? threadsafe.unprotected
}
