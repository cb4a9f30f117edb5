package spec.contracts;

import dev.lungfish.annotation.Borrowed;

import java.util.concurrent.CompletableFuture;

import spec.support.Order;

/*
 * A borrowed parameter is given to a task which is waited for on every path.
 * Verdict: no finding; it is back when the method ends.
 */
public class BorrowedLentAndWaited {
    int run(@Borrowed Order order) {
        CompletableFuture<Void> touched = CompletableFuture.runAsync(() -> order.touch());
        touched.join();
        return order.total();
    }
}
