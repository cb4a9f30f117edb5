package spec.frozen;

import dev.lungfish.annotation.Frozen;

/*
 * A cached hash is a field that is not final.
 * Verdict: derived.
 */
@Frozen
public final class LazyHash {
    private final String text;
    private int hash; //! frozen.mutable.part
    LazyHash(String text) { this.text = text; }
    @Override public int hashCode() {
        if (hash == 0) { hash = text.hashCode(); } //? frozen.write
        return hash;
    }
    @Override public boolean equals(Object o) { return o instanceof LazyHash l && l.text.equals(text); }
}
