package spec.library;

import java.util.concurrent.CompletableFuture;
import spec.support.Order;

/*
 * Both tasks have ended when the combined stage is joined.
 * Verdict: derived.
 */
public class AllOfJoined {
    int run() {
        Order first = new Order("1");
        Order second = new Order("2");
        CompletableFuture<Void> left = CompletableFuture.runAsync(() -> first.touch());
        CompletableFuture<Void> right = CompletableFuture.runAsync(() -> second.touch());
        CompletableFuture.allOf(left, right).join();
        return first.quantity + second.quantity;
    }
}
