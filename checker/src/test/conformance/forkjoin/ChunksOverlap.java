package spec.forkjoin;

/*
 * The chunks overlap by one.
 * Verdict: derived; a data race.
 */
public class ChunksOverlap {
    double[] smoothed(double[] values, int workers) throws InterruptedException {
        double[] output = new double[values.length + 1];
        Thread[] threads = new Thread[workers];
        int chunk = (values.length + workers - 1) / workers;
        for (int w = 0; w < workers; w++) {
            final int from = w * chunk;
            final int to = Math.min(from + chunk, values.length);
            threads[w] = new Thread(() -> { //| use.after.move
                for (int i = from; i <= to; i++) {
                    output[i] += i;
                }
            });
            threads[w].start(); //! use.after.move
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return output;
    }
}
