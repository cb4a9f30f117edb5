// Gap: G-28, ranges of an array given to tasks of a class
// Why: which part of the array a task uses is read off lambdas; the fields of a task that hold its bounds are not followed.
// Since: 0.1.0
public class RangesOfTaskObjects {
    private static final class Slice implements Runnable {
        private final int[] all;
        private final int from;
        private final int to;

        Slice(int[] all, int from, int to) {
            this.all = all;
            this.from = from;
            this.to = to;
        }

        @Override
        public void run() {
            for (int i = from; i < to; i++) {
                all[i]++;
            }
        }
    }

    static void run(int parts, int step) throws InterruptedException {
        int[] all = new int[parts * step];
        Thread[] threads = new Thread[parts];
        for (int p = 0; p < parts; p++) {
            threads[p] = new Thread(new Slice(all, p * step, (p + 1) * step)); //OVER use.after.move
            threads[p].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
