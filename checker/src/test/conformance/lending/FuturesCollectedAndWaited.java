package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Futures and threads are collected, and a loop waits for each of them.
 * Verdict: after the documentation of Future.get and Thread.join; a failed task has ended as well.
 */
public class FuturesCollectedAndWaited {
    int futures(ExecutorService pool, String name) throws InterruptedException, ExecutionException {
        List<Future<?>> futures = new ArrayList<>();
        List<String> all = new ArrayList<>();
        futures.add(pool.submit(() -> all.add(name)));
        for (Future<?> future : futures) {
            future.get();
        }
        return all.size();
    }

    int failures(ExecutorService pool, String name) throws InterruptedException {
        List<Future<?>> futures = new ArrayList<>();
        List<String> all = new ArrayList<>();
        Future<?> added = pool.submit(() -> all.add(name));
        futures.add(added);
        for (Future<?> future : futures) {
            try {
                future.get();
            } catch (ExecutionException e) {
                System.err.println(e.getCause());
            }
        }
        return all.size();
    }

    int threads(String name) throws InterruptedException {
        List<String> all = new ArrayList<>();
        Thread[] threads = {new Thread(() -> all.add(name))};
        threads[0].start();
        for (Thread thread : threads) {
            thread.join();
        }
        return all.size();
    }
}
