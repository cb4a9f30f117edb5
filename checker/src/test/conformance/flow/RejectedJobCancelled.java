package spec.flow;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/*
 * A rejected job is cancelled by its owner.
 * Verdict: no finding; the pool has not taken it.
 */
public class RejectedJobCancelled {
    static final class Job {
        private String state = "new";

        void run() {
            state = "running";
        }

        void cancel() {
            state = "cancelled";
        }
    }

    void run(ExecutorService pool) {
        Job job = new Job();
        try {
            pool.execute(job::run);
        } catch (RejectedExecutionException e) {
            job.cancel();
        }
    }
}
