package spec.racy;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;

/*
 * A worker puts a job back and counts its attempt afterwards.
 * Verdict: another worker may have polled it already.
 */
public class JobPutBackThenCounted {
    static final class Job {
        private int attempts;

        boolean attempt() {
            return attempts > 3;
        }
    }

    void run(ExecutorService pool, int workers) {
        ConcurrentLinkedDeque<Job> jobs = new ConcurrentLinkedDeque<>();
        jobs.add(new Job());
        for (int i = 0; i < workers; i++) {
            pool.execute(() -> {
                Job job = jobs.poll();
                while (job != null && !job.attempt()) {
                    jobs.addLast(job); //~
                    job.attempts++; //! use.after.move
                    job = jobs.poll();
                }
            });
        }
    }
}
