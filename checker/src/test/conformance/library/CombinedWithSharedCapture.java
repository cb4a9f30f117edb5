package spec.library;

import java.util.concurrent.CompletableFuture;
import spec.support.Order;

/*
 * Both stages may run at once and write the same order.
 * Verdict: derived.
 */
public class CombinedWithSharedCapture {
    void run() {
        Order order = new Order("1");
        CompletableFuture<Void> left = CompletableFuture.runAsync(() -> order.touch()); //~
        CompletableFuture<Void> right = CompletableFuture.runAsync(() -> order.touch()); //! use.after.move
        CompletableFuture.allOf(left, right).join();
    }
}
