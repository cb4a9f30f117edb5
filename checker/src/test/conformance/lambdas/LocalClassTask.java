package spec.lambdas;

import java.util.concurrent.Executor;

/*
 * A local class that captures a counter array.
 * Verdict: derived.
 */
public class LocalClassTask {
    int run(Executor pool) {
        int[] hits = new int[1];
        class Hit implements Runnable {
            @Override public void run() { hits[0]++; }
        }
        pool.execute(new Hit()); //~
        return hits[0]; //! use.after.move
    }
}
