package spec.forkjoin;

/*
 * As OwnSlots, but not each has its own, or it is read too early.
 * Verdict: derived; data races.
 */
public class OwnSlotsRacy {
    long neighbour(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        long[] partial = new long[n + 1];
        for (int t = 0; t < n; t++) {
            final int id = t;
            threads[t] = new Thread(() -> partial[id] = partial[id + 1] + 1); //| use.after.move
            threads[t].start(); //! use.after.move
        }
        for (int t = 0; t < n; t++) {
            threads[t].join();
        }
        return partial[0];
    }
}
