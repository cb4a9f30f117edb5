package spec.threads;

import java.util.ArrayList;
import java.util.List;

/*
 * Workers with a result of their own are waited for one by one, and each is asked as soon as it has ended.
 * Verdict: no finding; the others still run, but have nothing of the one that has ended.
 */
public class OneEndedAfterAnother {
    static final class Worker extends Thread {
        private final List<String> lines = new ArrayList<>();
        private long sum;

        @Override
        public void run() {
            sum++;
            lines.add("x");
        }

        long sum() {
            return sum;
        }

        List<String> lines() {
            return lines;
        }
    }

    private static Worker[] started(int n) {
        Worker[] workers = new Worker[n];
        for (int i = 0; i < n; i++) {
            workers[i] = new Worker();
        }
        return workers;
    }

    long byIndex(int n) throws InterruptedException {
        Worker[] workers = new Worker[n];
        for (int i = 0; i < n; i++) {
            workers[i] = new Worker();
            workers[i].start();
        }
        long total = 0;
        for (int i = 0; i < n; i++) {
            workers[i].join();
            total += workers[i].sum + workers[i].sum();
        }
        return total;
    }

    long byName(int n) throws InterruptedException {
        Worker[] workers = new Worker[n];
        for (int i = 0; i < n; i++) {
            workers[i] = new Worker();
            workers[i].start();
        }
        long total = 0;
        for (Worker worker : workers) {
            worker.join();
            total += worker.sum;
        }
        return total;
    }

    int lines(int n) throws InterruptedException {
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Worker worker = new Worker();
            workers.add(worker);
        }
        for (Worker worker : workers) {
            worker.start();
        }
        List<String> all = new ArrayList<>();
        for (Worker worker : workers) {
            worker.join();
            all.addAll(worker.lines());
        }
        return all.size();
    }

    long orFailed(int n) {
        Worker[] workers = started(n);
        for (int i = 0; i < n; i++) {
            workers[i].start();
        }
        long total = 0;
        for (int i = 0; i < n; i++) {
            Worker worker = workers[i];
            try {
                worker.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            total += worker.sum();
        }
        return total;
    }
}
