package spec.isolated;

import dev.lungfish.annotation.Isolated;
import spec.support.Order;
import spec.support.Outbox;

/*
 * The slot of another object is emptied legally, and illegally.
 * Verdict: derived.
 */
public class SlotOfOtherObject {
    static class Box { @Isolated Order content = new Order("1"); }
    void right(Box box, Outbox outbox) {
        Order o = box.content;
        box.content = null;
        outbox.send(o);
    }
    void wrong(Box box, Outbox outbox) {
        Order o = box.content;
        outbox.send(o); //| isolated.not.restored|isolated.aliased
    } //! isolated.not.restored
}
