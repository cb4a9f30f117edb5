package spec.threads;

import java.util.concurrent.Executor;

/*
 * What a task started by another method counts is told where it is started, and not again by those who touch other fields.
 * Verdict: derived.
 */
public class StartedByCalleeOtherField {
    static final class Worker {
        int done;
        String name = "new";

        private void start(Executor executor) {
            executor.execute(() -> done++); //! move.not.owned
        }
    }

    String run(Executor executor) {
        Worker worker = new Worker();
        worker.start(executor);
        worker.name = "started";
        return worker.name;
    }
}
