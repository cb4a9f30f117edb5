package spec.threads;

import java.util.concurrent.Executor;

/*
 * The task that the constructor has started counts in the same field.
 * Verdict: derived.
 */
public class StartedByCalleeSameField {
    static final class Worker {
        int done;
        String name = "new";

        Worker(Executor executor) {
            executor.execute(() -> done++); //? move.not.owned
        }
    }

    void run(Executor executor) {
        Worker worker = new Worker(executor); //~
        worker.name = "started";
        worker.done = 0; //! use.after.move
    }
}
