package spec.lending;

import java.util.ArrayList;
import java.util.List;

/*
 * Threads are made in one loop, started in a second and waited for in a third, over the same list or array.
 * Verdict: derived; that the threads write different places is not proved.
 */
public class StartedThenJoinedInLoops {
    int list(int n) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        int[] sums = new int[n];
        for (int i = 0; i < n; i++) {
            final int own = i;
            threads.add(new Thread(() -> sums[own] = own));
        }
        for (Thread thread : threads) {
            thread.start(); //DYN
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return sums[0];
    }

    int array(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        int[] sums = new int[n];
        for (int i = 0; i < n; i++) {
            final int own = i;
            threads[i] = new Thread(() -> sums[own] = own);
        }
        for (Thread thread : threads) {
            thread.start(); //DYN
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return sums[0];
    }
}
