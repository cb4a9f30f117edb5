package spec.forkjoin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Each task writes what it has to itself and reads what all of them read; somebody writes that while they run.
 * Verdict: derived; data races.
 */
public class ReadersAndWriters {
    static class Item {
        int value;
    }

    int writtenBetween(ExecutorService pool, int n) throws InterruptedException, ExecutionException {
        List<Future<?>> futures = new ArrayList<>();
        Map<String, Integer> config = new HashMap<>();
        for (int i = 0; i < n; i++) {
            List<Integer> own = new ArrayList<>();
            futures.add(pool.submit(() -> own.add(config.get("a"))));
        }
        config.put("b", 1); //! use.after.move
        for (Future<?> future : futures) {
            future.get();
        }
        return config.size();
    }

    void writtenInTheLoop(ExecutorService pool, int n) {
        Map<String, Integer> config = new HashMap<>();
        for (int i = 0; i < n; i++) {
            List<Integer> own = new ArrayList<>();
            config.put("b", i); //! use.after.move
            pool.execute(() -> own.add(config.get("a")));
        }
    }

    int writtenByAnother(ExecutorService pool) {
        Map<String, Integer> config = new HashMap<>();
        List<Integer> own = new ArrayList<>();
        pool.execute(() -> own.add(config.get("a")));
        pool.execute(() -> config.put("b", 2)); //! use.after.move
        return 0;
    }

    void passedOn(ExecutorService pool, List<Item> items) {
        List<Item> mine = new ArrayList<>();
        mine.add(new Item());
        List<Item> own = new ArrayList<>();
        pool.execute(() -> own.add(mine.get(0)));
        mine.get(0).value++; //! use.after.move
    }

    int ranHere(ExecutorService pool, int n) {
        int[] counts = new int[2];
        Runnable low = () -> counts[0]++;
        pool.execute(() -> counts[0]--);
        low.run(); //! use.after.move
        return n;
    }

    int startedTwice(int n) {
        int[] counts = new int[n];
        for (int i = 0; i < n; i++) {
            int own = i;
            Runnable task = () -> counts[own]++;
            new Thread(task).start();
            new Thread(task).start(); //! use.after.move
        }
        return n;
    }

    int collectedTwice(int n) throws InterruptedException {
        int[] counts = new int[n];
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int own = i;
            Runnable task = () -> counts[own]++;
            threads.add(new Thread(task));
            threads.add(new Thread(task));
        }
        for (Thread thread : threads) {
            thread.start(); //! use.after.move
        }
        return n;
    }

    Runnable returned(ExecutorService pool, int n) {
        int[] counts = new int[n];
        Runnable task = () -> counts[0]++;
        pool.execute(() -> counts[0]++);
        return task; //! use.after.move
    }
}
