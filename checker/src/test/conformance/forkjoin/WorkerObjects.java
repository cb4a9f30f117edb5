package spec.forkjoin;

/*
 * Workers are objects of a class, in an array, each with a part of its own.
 * Verdict: derived.
 */
public class WorkerObjects {
    static final class Worker extends Thread {
        private final int from;
        private final int to;
        private long sum;

        Worker(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public void run() {
            for (int i = from; i < to; i++) {
                sum += i;
            }
        }

        long sum() {
            return sum;
        }
    }

    long total(int n) throws InterruptedException {
        Worker[] workers = new Worker[n];
        for (int i = 0; i < n; i++) {
            workers[i] = new Worker(i * 10, i * 10 + 10);
            workers[i].start();
        }
        long total = 0;
        for (int i = 0; i < n; i++) {
            workers[i].join();
        }
        for (int i = 0; i < n; i++) {
            total += workers[i].sum();
        }
        return total;
    }

    long after(int n) throws InterruptedException {
        Worker[] workers = new Worker[n];
        for (int i = 0; i < n; i++) {
            workers[i] = new Worker(i * 10, i * 10 + 10);
        }
        for (Worker worker : workers) {
            worker.start(); //DYN
        }
        for (Worker worker : workers) {
            worker.join();
        }
        long total = 0;
        for (Worker worker : workers) {
            total += worker.sum();
        }
        return total;
    }
}
