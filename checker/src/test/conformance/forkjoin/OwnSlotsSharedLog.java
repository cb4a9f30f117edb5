package spec.forkjoin;

import java.util.ArrayList;
import java.util.List;

/*
 * Each thread writes its own slot, but all add to one list.
 * Verdict: derived; a data race on the list.
 */
public class OwnSlotsSharedLog {
    int logged(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        int[] counts = new int[n];
        List<String> log = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int own = i;
            threads[i] = new Thread(() -> { //| use.after.move
                counts[own]++;
                log.add("counted");
            });
            threads[i].start(); //! use.after.move
        }
        for (int i = 0; i < n; i++) {
            threads[i].join();
        }
        return counts[0] + log.size();
    }
}
