package spec.lending;

import java.util.Arrays;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;

/*
 * A latch gives back what as many tasks have as it counts; a barrier, what all its other parties have.
 * Verdict: after the documentation of CountDownLatch and CyclicBarrier.
 */
public class LatchCounts {
    int oneOfTwo(ExecutorService pool) throws InterruptedException {
        int[] left = new int[10];
        int[] right = new int[10];
        CountDownLatch done = new CountDownLatch(1);
        pool.execute(() -> { //~
            Arrays.fill(left, 1);
            done.countDown();
        });
        pool.execute(() -> {
            Arrays.fill(right, 2);
            done.countDown();
        });
        done.await();
        return left[0]; //! use.after.move
    }

    int twoOfTwo(ExecutorService pool) throws InterruptedException {
        int[] left = new int[10];
        int[] right = new int[10];
        CountDownLatch done = new CountDownLatch(2);
        pool.execute(() -> {
            Arrays.fill(left, 1);
            done.countDown();
        });
        pool.execute(() -> {
            Arrays.fill(right, 2);
            done.countDown();
        });
        done.await();
        return left[0] + right[0];
    }

    int oneOfMany(ExecutorService pool, int n) throws InterruptedException {
        int[] last = new int[10];
        CountDownLatch done = new CountDownLatch(1);
        for (int i = 0; i < n; i++) {
            int[] data = new int[10];
            pool.execute(() -> { //~
                Arrays.fill(data, 1);
                done.countDown();
            });
            last = data;
        }
        done.await();
        return last[0]; //! use.after.move
    }

    int allOfMany(ExecutorService pool, int n) throws InterruptedException {
        int[] last = new int[10];
        CountDownLatch done = new CountDownLatch(n);
        for (int i = 0; i < n; i++) {
            int[] data = new int[10];
            pool.execute(() -> {
                Arrays.fill(data, 1);
                done.countDown();
            });
            last = data;
        }
        done.await();
        return last[0];
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        latch.await();
    }

    int helped(ExecutorService pool, int[] other) throws InterruptedException {
        int[] left = new int[10];
        int[] right = new int[10];
        CountDownLatch enough = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        pool.execute(() -> {
            Arrays.fill(left, 1);
            enough.countDown();
        });
        await(enough);
        pool.execute(() -> { //~
            Arrays.fill(left, 1);
            done.countDown();
        });
        pool.execute(() -> {
            Arrays.fill(right, 2);
            done.countDown();
        });
        await(done);
        return left[0]; //! use.after.move
    }

    int met() throws InterruptedException, BrokenBarrierException {
        int[] data = new int[10];
        CyclicBarrier barrier = new CyclicBarrier(2);
        new Thread(() -> {
            Arrays.fill(data, 1);
            try {
                barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                Thread.currentThread().interrupt();
            }
        }).start();
        barrier.await();
        return data[3];
    }

    int touchedByHandler() throws InterruptedException, BrokenBarrierException {
        int[] data = new int[10];
        CyclicBarrier barrier = new CyclicBarrier(2);
        new Thread(() -> {
            Arrays.fill(data, 1);
            try {
                barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                data[3] = 2;
            }
        }).start(); //~
        barrier.await();
        return data[3]; //! use.after.move
    }

    int threeParties() throws InterruptedException, BrokenBarrierException {
        int[] data = new int[10];
        int[] other = new int[10];
        CyclicBarrier barrier = new CyclicBarrier(2);
        new Thread(() -> {
            Arrays.fill(data, 1);
            try {
                barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                Thread.currentThread().interrupt();
            }
        }).start(); //~
        new Thread(() -> {
            Arrays.fill(other, 1);
            try {
                barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                Thread.currentThread().interrupt();
            }
        }).start();
        barrier.await();
        return data[3]; //! use.after.move
    }
}
