package spec.contracts;

import spec.support.Order;
import spec.support.Outbox;

/*
 * A getter's result belongs to the object, which the caller does not own.
 * Verdict: derived.
 */
public class ResultOfField {
    private final Order template = new Order("t");
    Order template() { return template; }
    void run(Outbox outbox) {
        outbox.send(template()); //! move.not.owned
    }
}
