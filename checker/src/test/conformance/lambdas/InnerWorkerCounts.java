package spec.lambdas;

/*
 * An inner worker thread counts in a field of its outer object, which is read meanwhile.
 * Verdict: a race on the field of the outer object.
 */
public class InnerWorkerCounts {
    private int done;

    private final class Worker extends Thread {
        @Override
        public void run() {
            for (int i = 0; i < 1000; i++) {
                done++;
            }
        }
    }

    public void launch() {
        new Worker().start(); //! move.not.owned
    }

    public int progress() {
        return done; //| move.not.owned
    }
}
