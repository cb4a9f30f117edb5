package spec.contracts;

import dev.lungfish.annotation.Borrowed;
import java.util.List;
import spec.support.Order;
import spec.support.Outbox;

/*
 * The abstract step of a template method sends the item in one of the subclasses.
 * Verdict: derived.
 */
public class TemplateMethod {
    static abstract class Step {
        final void all(List<Order> orders) { for (Order o : orders) { one(o); } }
        abstract void one(@Borrowed Order o);
    }
    static final class Print extends Step { @Override void one(Order o) { System.out.println(o.id); } }
    static final class Ship extends Step {
        private final Outbox outbox = new Outbox();
        @Override void one(Order o) { //| override.contract
            outbox.send(o); //! override.contract|move.not.owned
        }
    }
}
