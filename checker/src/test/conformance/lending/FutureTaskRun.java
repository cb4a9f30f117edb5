package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/*
 * A task that is its own future: whoever runs it has what it captured, until its result is waited for.
 * Verdict: derived.
 */
public class FutureTaskRun {
    int thread() throws Exception {
        List<String> names = new ArrayList<>();
        FutureTask<Integer> task = new FutureTask<>(() -> {
            names.add("a");
            return 1;
        });
        new Thread(task).start();
        int size = names.size(); //! use.after.move
        task.get();
        return size;
    }
    int threadRight() throws Exception {
        List<String> names = new ArrayList<>();
        FutureTask<Integer> task = new FutureTask<>(() -> {
            names.add("a");
            return 1;
        });
        new Thread(task).start();
        task.get();
        return names.size();
    }
    int executed(Executor pool) throws Exception {
        List<String> names = new ArrayList<>();
        FutureTask<Void> task = new FutureTask<>(() -> names.add("a"), null);
        pool.execute(task);
        int size = names.size(); //! use.after.move
        task.get();
        return size + names.size();
    }
    int submitted(ExecutorService pool) throws Exception {
        List<String> names = new ArrayList<>();
        FutureTask<Void> task = new FutureTask<>(() -> names.add("a"), null);
        Future<?> done = pool.submit(task);
        int size = names.size(); //! use.after.move
        done.get();
        return size + names.size();
    }
    int here() {
        List<String> names = new ArrayList<>();
        FutureTask<Void> task = new FutureTask<>(() -> names.add("a"), null);
        task.run();
        return names.size();
    }
    int joined() throws Exception {
        List<String> names = new ArrayList<>();
        FutureTask<Void> task = new FutureTask<>(() -> names.add("a"), null);
        Thread thread = new Thread(task);
        thread.start();
        thread.join();
        return names.size();
    }
    int timed(Executor pool) throws Exception {
        List<String> names = new ArrayList<>();
        FutureTask<Void> task = new FutureTask<>(() -> names.add("a"), null);
        pool.execute(task);
        task.cancel(true);
        return names.size(); //! use.after.move
    }
}
