package spec.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Workers are waited for one by one, and what is asked belongs to one that may still run, to all of them, or runs again.
 * Verdict: use.after.move where it is asked.
 */
public class AnotherThanEnded {
    static final class Worker extends Thread {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void run() {
            lines.add("x");
        }

        List<String> lines() {
            return lines;
        }
    }

    static final class Sharing extends Thread {
        private final List<String> all;

        Sharing(List<String> all) {
            this.all = all;
        }

        @Override
        public void run() {
            synchronized (all) {
                all.add("x");
            }
        }

        List<String> all() {
            return all;
        }
    }

    static final class Chained extends Thread {
        int sum;
        Chained next;

        @Override
        public void run() {
            sum++;
        }

        int nextSum() {
            return next.sum;
        }
    }

    static final class Task implements Runnable {
        int count;

        @Override
        public void run() {
            count++;
        }
    }

    private static Worker[] started(int n) {
        Worker[] workers = new Worker[n];
        for (int i = 0; i < n; i++) {
            workers[i] = new Worker();
        }
        return workers;
    }

    int otherIndex(int n) throws InterruptedException {
        Worker[] workers = started(n);
        for (int i = 0; i < n; i++) {
            workers[i].start();
        }
        int total = 0;
        for (int i = 0; i < n; i++) {
            workers[i].join();
            total += workers[n - 1 - i].lines().size(); //! use.after.move
        }
        return total;
    }

    int tooEarly(int n) throws InterruptedException {
        Worker[] workers = started(n);
        for (int i = 0; i < n; i++) {
            workers[i].start();
        }
        int total = 0;
        for (Worker worker : workers) {
            total += worker.lines().size(); //! use.after.move
            worker.join();
        }
        return total;
    }

    int onlySome(int n) throws InterruptedException {
        Worker[] workers = started(n);
        for (int i = 0; i < n; i++) {
            workers[i].start();
        }
        int total = 0;
        for (int i = 0; i < n; i++) {
            if (i % 2 == 0) {
                workers[i].join();
            }
            total += workers[i].lines().size(); //! use.after.move
        }
        return total;
    }

    int forAWhile(int n) throws InterruptedException {
        Worker[] workers = started(n);
        for (int i = 0; i < n; i++) {
            workers[i].start();
        }
        int total = 0;
        for (int i = 0; i < n; i++) {
            Worker worker = workers[i];
            worker.join(10);
            total += worker.lines().size(); //! use.after.move
        }
        return total;
    }

    int whatAllHave(Sharing[] made) throws InterruptedException {
        List<String> all = new ArrayList<>();
        Sharing[] workers = new Sharing[2];
        workers[0] = new Sharing(all);
        workers[1] = new Sharing(all);
        for (int i = 0; i < 2; i++) {
            workers[i].start();
        }
        int total = 0;
        for (int i = 0; i < 2; i++) {
            workers[i].join();
            total += workers[i].all().size(); //! use.after.move
        }
        return total;
    }

    int whatTheNextHas(int n) throws InterruptedException {
        Chained[] workers = new Chained[n];
        for (int i = 0; i < n; i++) {
            workers[i] = new Chained();
            workers[i].next = workers[Math.max(0, i - 1)];
        }
        for (int i = 0; i < n; i++) {
            workers[i].start();
        }
        int total = 0;
        for (int i = 0; i < n; i++) {
            workers[i].join();
            total += workers[i].nextSum(); //! use.after.move
        }
        return total;
    }

    int runsAgain(ExecutorService pool) throws Exception {
        Task task = new Task();
        Future<?> first = pool.submit(task);
        first.get();
        pool.submit(task);
        return task.count; //! use.after.move
    }

    static final class Filled extends Thread {
        private List<String> lines = new ArrayList<>();

        @Override
        public void run() {
            lines.add("x");
        }

        List<String> lines() {
            return lines;
        }
    }

    /** The class around it may write its private fields. */
    int whatWasPutIn(int n) throws InterruptedException {
        List<String> all = new ArrayList<>();
        Filled[] workers = new Filled[n];
        for (int i = 0; i < n; i++) {
            workers[i] = new Filled();
            workers[i].lines = all;
        }
        for (int i = 0; i < n; i++) {
            workers[i].start();
        }
        int total = 0;
        for (int i = 0; i < n; i++) {
            workers[i].join();
            total += workers[i].lines().size(); //! use.after.move
        }
        return total;
    }

    static final class Holding extends Thread {
        private final List<StringBuilder> texts = new ArrayList<>();

        @Override
        public void run() {
            texts.get(0).append("x");
        }

        List<StringBuilder> texts() {
            return texts;
        }
    }

    int whatStandsInIt(int n) throws InterruptedException {
        StringBuilder shared = new StringBuilder();
        Holding[] workers = new Holding[n];
        for (int i = 0; i < n; i++) {
            workers[i] = new Holding();
            workers[i].texts().add(shared);
        }
        for (int i = 0; i < n; i++) {
            workers[i].start();
        }
        int total = 0;
        for (int i = 0; i < n; i++) {
            workers[i].join();
            total += workers[i].texts().get(0).length(); //! use.after.move
        }
        return total;
    }
}
