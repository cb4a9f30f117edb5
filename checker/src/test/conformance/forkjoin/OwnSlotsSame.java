package spec.forkjoin;

/*
 * All tasks count in one slot.
 * Verdict: derived; a data race.
 */
public class OwnSlotsSame {
    long same(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        long[] partial = new long[n];
        for (int t = 0; t < n; t++) {
            threads[t] = new Thread(() -> partial[0]++); //| use.after.move
            threads[t].start(); //! use.after.move
        }
        for (int t = 0; t < n; t++) {
            threads[t].join();
        }
        return partial[0];
    }
}
