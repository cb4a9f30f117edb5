package spec.declared;

import dev.lungfish.annotation.Moved;
import spec.support.Order;

/*
 * The superclass promises a result of one's own; the subclass returns its cache.
 * Verdict: derived.
 */
public class OverrideResultNotMoved {
    static class Source { @Moved Order next() { return new Order("1"); } }
    static class Cached extends Source {
        private final Order cache = new Order("2");
        @Override Order next() { //| override.contract
            return cache; //! override.contract|return.not.owned
        }
    }
    static class Fresh extends Source {
        @Override @Moved Order next() { return new Order("3"); }
    }
}
