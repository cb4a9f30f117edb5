package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/*
 * Helpers wait until all tasks of an executor have ended, or until a latch is down; one of them only for a while.
 * Verdict: after the documentation of ExecutorService.awaitTermination and CountDownLatch.await.
 */
public class HelperDrainsExecutor {
    private static void shutdownAndAwait(ExecutorService pool) {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("still running");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void shutdownAndWaitAWhile(ExecutorService pool) throws InterruptedException {
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.MINUTES);
    }

    private static void end(String why, ExecutorService pool) {
        System.out.println(why);
        shutdownAndAwait(pool);
    }

    private static void down(CountDownLatch latch) throws InterruptedException {
        latch.await();
    }

    int drained() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<String> all = new ArrayList<>();
        pool.execute(() -> all.add("x"));
        end("done", pool);
        return all.size();
    }

    int perhapsDrained() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<String> all = new ArrayList<>();
        pool.execute(() -> all.add("x")); //~
        shutdownAndWaitAWhile(pool);
        return all.size(); //! use.after.move
    }

    int anotherDrained() {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        ExecutorService other = Executors.newFixedThreadPool(2);
        List<String> all = new ArrayList<>();
        pool.execute(() -> all.add("x")); //~
        shutdownAndAwait(other);
        return all.size(); //! use.after.move
    }

    int latched(ExecutorService pool) throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        List<String> all = new ArrayList<>();
        pool.execute(() -> {
            try {
                all.add("x");
            } finally {
                latch.countDown();
            }
        });
        down(latch);
        return all.size();
    }

    static class Workers {
        private final ExecutorService pool = Executors.newFixedThreadPool(2);

        private void stopNow() {
            pool.shutdownNow();
        }

        void drain() throws InterruptedException {
            while (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
                System.out.println("waiting");
            }
        }

        int drained() throws InterruptedException {
            List<String> all = new ArrayList<>();
            pool.execute(() -> all.add("x"));
            drain();
            return all.size();
        }

        int stopped() {
            List<String> all = new ArrayList<>();
            pool.execute(() -> all.add("x")); //~
            stopNow();
            return all.size(); //! use.after.move
        }

        int ofAnother(Workers other) throws InterruptedException {
            List<String> all = new ArrayList<>();
            pool.execute(() -> all.add("x")); //~
            other.drain();
            return all.size(); //! use.after.move
        }
    }

    /** Not all that may be called waits. */
    static class Waiter {
        void end(ExecutorService pool) {
            shutdownAndAwait(pool);
        }

        int ended(Waiter waiter) {
            ExecutorService pool = Executors.newFixedThreadPool(2);
            List<String> all = new ArrayList<>();
            pool.execute(() -> all.add("x")); //~
            waiter.end(pool);
            return all.size(); //! use.after.move
        }
    }

    static class Hasty extends Waiter {
        @Override
        void end(ExecutorService pool) {
            pool.shutdown();
        }
    }
}
