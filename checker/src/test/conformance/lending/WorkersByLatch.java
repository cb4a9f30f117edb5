package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

/*
 * Each worker fills a list of its own and counts the latch down last; then the lists are put together.
 * Verdict: no finding; the latch stands for all workers.
 */
public class WorkersByLatch {
    List<String> run(ExecutorService pool) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(2);
        List<String> left = new ArrayList<>();
        List<String> right = new ArrayList<>();
        pool.execute(() -> {
            try {
                left.add("l");
            } finally {
                done.countDown();
            }
        });
        pool.execute(() -> {
            try {
                right.add("r");
            } finally {
                done.countDown();
            }
        });
        done.await();
        left.addAll(right);
        return left;
    }
}
