package spec.forkjoin;

/*
 * The slots are read before the threads have ended.
 * Verdict: derived; a data race.
 */
public class OwnSlotsEarly {
    long early(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        long[] partial = new long[n];
        for (int t = 0; t < n; t++) {
            final int id = t;
            threads[t] = new Thread(() -> partial[id] = id);
            threads[t].start(); //~
        }
        long sum = 0;
        for (int t = 0; t < n; t++) {
            sum += partial[t]; //! use.after.move
        }
        for (int t = 0; t < n; t++) {
            threads[t].join();
        }
        return sum;
    }
}
