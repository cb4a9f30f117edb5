package spec.forkjoin;

/*
 * One chunk of an array per thread.
 * Verdict: derived; the chunks do not overlap.
 */
public class Chunks {
    double[] scaled(double[] input, int workers) throws InterruptedException {
        double[] output = new double[input.length];
        Thread[] threads = new Thread[workers];
        int chunk = (input.length + workers - 1) / workers;
        for (int w = 0; w < workers; w++) {
            final int from = w * chunk;
            final int to = Math.min(from + chunk, input.length);
            threads[w] = new Thread(() -> {
                for (int i = from; i < to; i++) {
                    output[i] = input[i] * 2;
                }
            });
            threads[w].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return output;
    }

    long sum(int[] numbers, int workers) throws InterruptedException {
        long[] partial = new long[workers];
        Thread[] threads = new Thread[workers];
        int chunk = numbers.length / workers;
        for (int w = 0; w < workers; w++) {
            int id = w;
            int from = w * chunk;
            int to = w == workers - 1 ? numbers.length : (w + 1) * chunk;
            threads[w] = new Thread(() -> {
                long sum = 0;
                for (int i = from; i < to; i++) {
                    sum += numbers[i];
                }
                partial[id] = sum;
            });
            threads[w].start();
        }
        long total = 0;
        for (int w = 0; w < workers; w++) {
            threads[w].join();
        }
        for (int w = 0; w < workers; w++) {
            total += partial[w];
        }
        return total;
    }
}
