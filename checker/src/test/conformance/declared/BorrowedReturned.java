package spec.declared;

import dev.lungfish.annotation.Borrowed;
import java.util.Objects;
import spec.support.Order;

/*
 * Returning a borrowed argument keeps nothing; the caller knows.
 * Verdict: derived.
 */
public class BorrowedReturned {
    static Order check(@Borrowed Order order) { //? capture.not.owned
        Objects.requireNonNull(order);
        return order;
    }
}
