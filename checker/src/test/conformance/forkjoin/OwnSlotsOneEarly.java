package spec.forkjoin;

/*
 * While joining, the sum reads the slot of the next thread.
 * Verdict: derived; a data race.
 */
public class OwnSlotsOneEarly {
    long next(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        long[] partial = new long[n + 1];
        for (int t = 0; t < n; t++) {
            final int id = t;
            threads[t] = new Thread(() -> partial[id] = id);
            threads[t].start(); //~
        }
        long sum = 0;
        for (int t = 0; t < n; t++) {
            threads[t].join();
            sum += partial[t + 1]; //! use.after.move
        }
        return sum;
    }
}
