package spec.isolated;

import dev.lungfish.annotation.Isolated;
import spec.support.Order;
import spec.support.Outbox;

/*
 * Both branches fill the slot again.
 * Verdict: derived.
 */
public class ConditionalRefill {
    private @Isolated Order current = new Order("1");
    void flush(Outbox outbox, boolean quick) {
        Order taken = current;
        if (quick) {
            current = null;
        } else {
            current = new Order("2");
        }
        outbox.send(taken);
    }
}
