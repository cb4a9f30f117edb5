package spec.lambdas;

import java.util.concurrent.Executor;

/*
 * An inner class task writes a plain field of the outer object, which a getter reads.
 * Verdict: derived.
 */
public class ThisEscapeInInnerTask {
    private int done;
    private final class Job implements Runnable {
        @Override public void run() { done++; }
    }
    void start(Executor pool) {
        pool.execute(new Job()); //! move.not.owned
    }
    int done() { return done; }
}
