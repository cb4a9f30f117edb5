// Gap: G-14, one of many tasks
// Why: what many tasks have comes back together, when the loop that waits for each of them has ended.
// Since: 0.1.0
public class OneEndedOfMany {
    static final class Worker extends Thread {
        private long sum;

        @Override
        public void run() {
            sum++;
        }
    }

    long total(int n) throws InterruptedException {
        Worker[] workers = new Worker[n];
        for (int i = 0; i < n; i++) {
            workers[i] = new Worker();
            workers[i].start();
        }
        long total = 0;
        for (int i = 0; i < n; i++) {
            workers[i].join();
            total += workers[i].sum; //OVER use.after.move
        }
        return total;
    }
}
