package spec.fields;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import spec.support.Order;

/*
 * A stack frame popped before the stack goes away is still part of the region.
 * Verdict: derived.
 */
public class DequeAsStack {
    void run(BlockingQueue<Deque<Order>> out) throws InterruptedException {
        Deque<Order> stack = new ArrayDeque<>();
        stack.push(new Order("1"));
        stack.push(new Order("2"));
        Order top = stack.peek();
        out.put(stack); //~
        top.touch(); //! use.after.move
    }
}
