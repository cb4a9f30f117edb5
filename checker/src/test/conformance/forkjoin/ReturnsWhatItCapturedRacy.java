package spec.forkjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * What a task has is written before its future is waited for.
 * Verdict: derived; a data race.
 */
public class ReturnsWhatItCapturedRacy {
    static class Item {
        int value;
    }

    List<Item> worked(ExecutorService pool, int n) throws InterruptedException, ExecutionException {
        List<Future<Item>> futures = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Item item = new Item();
            futures.add(pool.submit(() -> {
                item.value++;
                return item;
            }));
            item.value = i; //! use.after.move
        }
        List<Item> out = new ArrayList<>();
        for (Future<Item> future : futures) {
            out.add(future.get());
        }
        return out;
    }
}
