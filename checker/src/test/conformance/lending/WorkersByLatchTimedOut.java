package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/*
 * The wait for the latch has a time limit whose outcome nobody asks.
 * Verdict: the worker may still fill the list.
 */
public class WorkersByLatchTimedOut {
    List<String> run(ExecutorService pool) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        List<String> lines = new ArrayList<>();
        pool.execute(() -> { //~
            try {
                lines.add("l");
            } finally {
                done.countDown();
            }
        });
        done.await(1, TimeUnit.SECONDS);
        lines.add("end"); //! use.after.move
        return lines;
    }
}
