package spec.contracts;

import dev.lungfish.annotation.Borrowed;

import java.util.concurrent.ExecutorService;

import spec.support.Order;

/*
 * A borrowed parameter is given to a task that nobody waits for.
 * Verdict: the callee promised to keep nothing beyond the call.
 */
public class BorrowedLentToTask {
    void run(ExecutorService pool, @Borrowed Order order) {
        pool.submit(() -> order.touch()); //! move.not.owned
    }
}
