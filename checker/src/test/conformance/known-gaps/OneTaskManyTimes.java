// Gap: G-15, one task many times in the list that is given to invokeAll
// Why: a list of tasks is looked at as a whole; that several of them run at once, over what they have in common, is not asked.
// Since: 0.1.0
import java.util.Collections;
import java.util.concurrent.ExecutorService;

public class OneTaskManyTimes {
    static int count(ExecutorService pool) throws InterruptedException {
        int[] sums = new int[1];
        pool.invokeAll(Collections.nCopies(4, () -> {
            sums[0]++; //MISSED capture.multi
            return null;
        }));
        return sums[0];
    }
}
