package spec.library;

import java.util.concurrent.CompletableFuture;
import spec.support.Order;

/*
 * One of the tasks may still run when the first one has ended.
 * Verdict: derived.
 */
public class AnyOfJoined {
    int run() {
        Order first = new Order("1");
        Order second = new Order("2");
        CompletableFuture<Void> left = CompletableFuture.runAsync(() -> first.touch()); //~
        CompletableFuture<Void> right = CompletableFuture.runAsync(() -> second.touch());
        CompletableFuture.anyOf(left, right).join();
        return first.quantity; //! use.after.move
    }
}
