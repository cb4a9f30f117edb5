package spec.contracts;

import dev.lungfish.annotation.Moved;

import spec.support.Order;

/*
 * A method of an interface takes its argument, which its caller still uses.
 * Verdict: the caller gave it away.
 */
public class InterfaceTakesMessageUsed {
    interface Port {
        void accept(@Moved Order order);
    }

    int run(Port port) {
        Order order = new Order("1");
        port.accept(order); //~
        return order.total(); //! use.after.move
    }
}
