package spec.regions;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.runtime.Freezer;
import spec.support.Order;
import spec.support.Shelf;

/*
 * A part of the frozen shelf is written.
 * Verdict: derived.
 */
public class FreezeThenWritePart {
    void run() {
        Order order = new Order("1");
        Shelf shelf = new Shelf();
        shelf.first = order;
        @Frozen Shelf frozen = Freezer.freeze(shelf); //~
        order.touch(); //! frozen.write
    }
}
