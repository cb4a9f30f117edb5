package spec.library;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/*
 * A recursive task over ranges that only reads its array.
 * Verdict: derived.
 */
public class ForkJoinSum extends RecursiveTask<Long> {
    private final int[] data;
    private final int from, to;
    ForkJoinSum(int[] data, int from, int to) { this.data = data; this.from = from; this.to = to; }
    @Override protected Long compute() {
        if (to - from < 100) {
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum += data[i];
            }
            return sum;
        }
        int mid = (from + to) >>> 1;
        ForkJoinSum left = new ForkJoinSum(data, from, mid);
        left.fork();
        long right = new ForkJoinSum(data, mid, to).compute();
        return left.join() + right;
    }
    static long sum(int[] data) {
        return new ForkJoinPool().invoke(new ForkJoinSum(data, 0, data.length));
    }
}
