package spec.library;

import java.util.concurrent.SubmissionPublisher;

import spec.support.Order;

/*
 * A mutable item is submitted to a publisher, then changed.
 * Verdict: the subscribers have it.
 */
public class PublishedToSubscribers {
    void run(SubmissionPublisher<Order> publisher) {
        Order order = new Order("1");
        publisher.submit(order); //~
        order.touch(); //! use.after.move
    }
}
