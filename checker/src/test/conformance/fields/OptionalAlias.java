package spec.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import spec.support.Order;
import spec.support.Outbox;

/*
 * An Optional is a box around the same order.
 * Verdict: derived.
 */
public class OptionalAlias {
    void run(Outbox outbox) {
        List<Order> all = new ArrayList<>();
        all.add(new Order("1"));
        Optional<Order> first = all.stream().findFirst();
        outbox.send(all); //~
        first.ifPresent(Order::touch); //! use.after.move
    }
}
