package spec.flow;

import java.io.IOException;

import spec.support.Order;
import spec.support.Outbox;

/*
 * The order is handed over, the next step fails, and the handler marks the order.
 * Verdict: the handler is reached after the hand-over.
 */
public class ExceptionAfterHandOver {
    private static void log(String id) throws IOException {
        if (id.isEmpty()) {
            throw new IOException("no id");
        }
    }

    void run(Outbox outbox, String id) {
        Order order = new Order(id);
        try {
            outbox.send(order); //~
            log(id);
        } catch (IOException e) {
            order.annotate("failed"); //! use.after.move
        }
    }
}
