package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/*
 * Helpers wait for the thread or future that they are given; one of them only sometimes.
 * Verdict: after the documentation of Thread.join and Future.get.
 */
public class HelperWaits {
    private static void joinQuietly(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
    static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
    static void joinSometimes(Thread thread, boolean wait) throws InterruptedException {
        if (wait) {
            thread.join();
        }
    }
    static void joinUnlessInterrupted(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
    static void start(Runnable task) {
        new Thread(task).start();
    }
    void joined() {
        List<String> all = new ArrayList<>();
        Thread thread = new Thread(() -> all.add("x"));
        thread.start();
        joinQuietly(thread);
        System.out.println(all);
    }
    void got(ExecutorService pool) {
        List<String> all = new ArrayList<>();
        Future<?> future = pool.submit(() -> {
            all.add("x");
        });
        result(future);
        System.out.println(all);
    }
    int computed() {
        FutureTask<List<String>> task = new FutureTask<>(() -> new ArrayList<>());
        start(task);
        return result(task).size();
    }
    void sometimes(boolean wait) throws InterruptedException {
        List<String> all = new ArrayList<>();
        Thread thread = new Thread(() -> all.add("x"));
        thread.start(); //~
        joinSometimes(thread, wait);
        System.out.println(all); //! use.after.move
    }
    void interrupted() {
        List<String> all = new ArrayList<>();
        Thread thread = new Thread(() -> all.add("x"));
        thread.start(); //~
        joinUnlessInterrupted(thread);
        System.out.println(all); //! use.after.move
    }
    private static Future<?> begin(ExecutorService pool, List<String> all) {
        return pool.submit(() -> {
            all.add("x");
        });
    }
    void begun(ExecutorService pool) throws Exception {
        List<String> all = new ArrayList<>();
        Future<?> future = begin(pool, all);
        future.get();
        System.out.println(all);
    }
    void begunNotWaited(ExecutorService pool) throws Exception {
        List<String> all = new ArrayList<>();
        Future<?> future = begin(pool, all); //~
        System.out.println(all); //! use.after.move
        future.get();
    }
}
