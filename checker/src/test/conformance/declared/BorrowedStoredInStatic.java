package spec.declared;

import dev.lungfish.annotation.Borrowed;
import spec.support.Order;

/*
 * A borrowed argument remembered in a static.
 * Verdict: derived.
 */
public class BorrowedStoredInStatic {
    private static Order last;
    static void remember(@Borrowed Order order) {
        last = order; //! capture.not.owned
    }
    static int lastTotal() { return last == null ? 0 : last.total(); }
}
