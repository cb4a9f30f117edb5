package spec.forkjoin;

/*
 * As WorkerObjects, but the sum is read before the join.
 * Verdict: derived; a data race.
 */
public class WorkerObjectsRacy {
    static final class Worker extends Thread {
        private final int from;
        private long sum;

        Worker(int from) {
            this.from = from;
        }

        @Override
        public void run() {
            for (int i = from; i < from + 10; i++) {
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
            workers[i] = new Worker(i * 10);
            workers[i].start();
        }
        long total = 0;
        for (int i = 0; i < n; i++) {
            total += workers[i].sum(); //! use.after.move
            workers[i].join();
        }
        return total;
    }
}
