package spec.lending;

import java.util.ArrayList;
import java.util.List;

/*
 * Two lists of threads write one array; only one of the lists is waited for.
 * Verdict: derived; besides, the threads of each list are in each other's way.
 */
public class OtherThreadsJoined {
    int run(int n) throws InterruptedException {
        List<Thread> first = new ArrayList<>();
        List<Thread> second = new ArrayList<>();
        int[] sums = new int[2];
        for (int i = 0; i < n; i++) {
            first.add(new Thread(() -> sums[0]++)); //? capture.multi
            second.add(new Thread(() -> sums[1]++)); //? capture.multi
        }
        for (Thread thread : first) {
            thread.start(); //! use.after.move
        }
        for (Thread thread : second) {
            thread.start(); //! use.after.move
        }
        for (Thread thread : first) {
            thread.join();
        }
        return sums[1]; //! use.after.move
    }
}
