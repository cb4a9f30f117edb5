package spec.quiet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Workers take jobs from a shared concurrent deque until it is empty, each with its own result.
 * Verdict: no finding; results are collected through futures.
 */
public class WorkStealing {
    static final class Job {
        private final String name;
        private int attempts;

        Job(String name) {
            this.name = name;
        }

        boolean attempt() {
            attempts++;
            return attempts > name.length();
        }
    }

    int run(ExecutorService pool, List<String> names, int workers) throws Exception {
        ConcurrentLinkedDeque<Job> jobs = new ConcurrentLinkedDeque<>();
        for (String name : names) {
            jobs.add(new Job(name));
        }
        List<Future<List<String>>> results = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            results.add(pool.submit(() -> {
                List<String> done = new ArrayList<>();
                Job job = jobs.poll();
                while (job != null) {
                    if (job.attempt()) {
                        done.add(job.name);
                    } else {
                        jobs.addLast(job);
                    }
                    job = jobs.poll();
                }
                return done;
            }));
        }
        int count = 0;
        for (Future<List<String>> result : results) {
            List<String> done = result.get();
            done.sort(null);
            count += done.size();
        }
        return count;
    }
}
