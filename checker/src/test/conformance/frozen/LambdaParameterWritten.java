package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.List;
import spec.support.Order;

/*
 * The element handed to a lambda is frozen as well.
 * Verdict: derived.
 */
public class LambdaParameterWritten {
    void all(@Frozen List<Order> orders) {
        orders.stream().filter(o -> o.quantity > 0).forEach(o -> { o.quantity = 0; }); //! frozen.write
    }
}
