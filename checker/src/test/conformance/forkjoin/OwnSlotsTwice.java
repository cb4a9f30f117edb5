package spec.forkjoin;

import java.util.ArrayList;
import java.util.List;

/*
 * Two rounds of threads write the same slots at once.
 * Verdict: derived; a data race.
 */
public class OwnSlotsTwice {
    long rounds(int n) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        long[] partial = new long[n];
        for (int round = 0; round < 2; round++) {
            for (int t = 0; t < n; t++) {
                final int id = t;
                Thread thread = new Thread(() -> partial[id]++); //| use.after.move
                threads.add(thread);
                thread.start(); //! use.after.move
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return partial[0];
    }
}
