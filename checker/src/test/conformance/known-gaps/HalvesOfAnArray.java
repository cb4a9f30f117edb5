// Gap: G-05, index ranges of arrays
// Why: an array is one object; that two tasks write different halves of it is an argument about indices.
// Since: 0.1.0
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

public class HalvesOfAnArray {
    int[] squares(ExecutorService pool) throws InterruptedException, ExecutionException {
        int[] values = new int[100];
        Future<?> low = pool.submit(() -> fill(values, 0, 50));
        Future<?> high = pool.submit(() -> fill(values, 50, 100)); //OVER use.after.move
        low.get();
        high.get();
        return values;
    }

    private static void fill(int[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = i * i;
        }
    }
}
