package spec.contracts;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import spec.support.Order;

/*
 * Helpers that say by their result whether they took the order.
 * Verdict: after the documentation of BlockingQueue.offer.
 */
public class TakesOnTrue {
    private final BlockingQueue<Order> queue = new ArrayBlockingQueue<>(3);

    private boolean tryTake(Order order) {
        return queue.offer(order);
    }

    private boolean tryTakeInSteps(Order order) {
        if (queue.remainingCapacity() == 0) {
            return false;
        }
        boolean taken = queue.offer(order);
        if (taken) {
            System.out.println("taken");
        }
        return taken;
    }

    private boolean tryTakeUnlessInterrupted(Order order) {
        try {
            queue.put(order);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private boolean isFirst(Order order) throws InterruptedException {
        boolean first = queue.isEmpty();
        queue.put(order);
        return first;
    }

    private boolean refuses(Order order) throws InterruptedException {
        return !queue.offer(order, 1, TimeUnit.SECONDS);
    }

    void refused() {
        Order order = new Order("1");
        if (!tryTake(order)) {
            order.touch();
        }
    }

    void refusedInSteps() {
        Order order = new Order("1");
        boolean taken = tryTakeInSteps(order);
        if (!taken) {
            order.touch();
        }
    }

    void interrupted() {
        Order order = new Order("1");
        if (!tryTakeUnlessInterrupted(order)) {
            order.touch();
        }
    }

    void taken() {
        Order order = new Order("1");
        if (tryTake(order)) { //~
            order.touch(); //! use.after.move
        }
    }

    void perhapsTaken() {
        Order order = new Order("1");
        tryTakeInSteps(order); //~
        order.touch(); //! use.after.move
    }

    void takenWithAnotherAnswer() throws InterruptedException {
        Order order = new Order("1");
        if (!isFirst(order)) { //~
            order.touch(); //! use.after.move
        }
    }

    void again(int times) {
        Order order = new Order("1");
        for (int i = 0; i < times; i++) {
            if (tryTake(order)) {
                return;
            }
        }
        order.touch();
    }

    void withTheOtherSense() throws InterruptedException {
        Order order = new Order("1");
        if (!refuses(order)) { //~
            order.touch(); //! use.after.move
        }
    }
}
