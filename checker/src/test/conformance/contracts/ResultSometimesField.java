package spec.contracts;

import spec.support.Order;
import spec.support.Outbox;

/*
 * New or cached.
 * Verdict: derived.
 */
public class ResultSometimesField {
    private Order cached;
    private Order make(boolean fresh) {
        if (fresh || cached == null) { cached = new Order("c"); }
        return cached;
    }
    void run(Outbox outbox) {
        outbox.send(make(true)); //! move.not.owned
    }
}
