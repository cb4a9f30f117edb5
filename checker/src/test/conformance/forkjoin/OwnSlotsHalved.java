package spec.forkjoin;

/*
 * Two tasks share each slot: the index is halved.
 * Verdict: derived; a data race.
 */
public class OwnSlotsHalved {
    long halved(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        long[] partial = new long[n];
        for (int t = 0; t < n; t++) {
            final int id = t / 2;
            threads[t] = new Thread(() -> partial[id]++); //| use.after.move
            threads[t].start(); //! use.after.move
        }
        for (int t = 0; t < n; t++) {
            threads[t].join();
        }
        return partial[0];
    }
}
