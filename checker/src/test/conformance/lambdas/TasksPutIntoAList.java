package spec.lambdas;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/*
 * Tasks are put into a list, and the call that runs them does not wait for all of them.
 * Verdict: use.after.move where something is used that a task has which may still run.
 */
public class TasksPutIntoAList {
    String fastest(ExecutorService pool) throws Exception {
        List<String> near = new ArrayList<>();
        List<String> far = new ArrayList<>();
        List<Callable<String>> attempts = new ArrayList<>();
        attempts.add(() -> fetch(near));
        attempts.add(() -> fetch(far));
        String winner = pool.invokeAny(attempts);
        near.addAll(far); //! use.after.move
        return winner;
    }

    int inTime(ExecutorService pool) throws Exception {
        List<String> log = new ArrayList<>();
        List<Callable<String>> attempts = new ArrayList<>();
        attempts.add(() -> fetch(log));
        pool.invokeAll(attempts, 1, TimeUnit.SECONDS);
        return log.size(); //! use.after.move
    }

    int all(ExecutorService pool) throws Exception {
        List<String> log = new ArrayList<>();
        List<Callable<String>> attempts = new ArrayList<>();
        attempts.add(() -> fetch(log));
        pool.invokeAll(attempts);
        return log.size();
    }

    private static String fetch(List<String> log) {
        log.add("asked");
        return "answer";
    }
}
