package spec.quiet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/*
 * An executor with one thread runs one task after the other: its tasks may share what nobody else touches.
 * Verdict: derived.
 */
public class OneThreadForAll {
    private static final ExecutorService SHARED = Executors.newSingleThreadExecutor();
    private final ExecutorService own = Executors.newSingleThreadExecutor();

    void inALoop() {
        List<String> found = new ArrayList<>();
        ExecutorService one = Executors.newSingleThreadExecutor();
        for (int i = 0; i < 3; i++) {
            one.execute(() -> found.add("x"));
        }
    }

    void twoTasks() {
        List<String> found = new ArrayList<>();
        own.execute(() -> found.add("x"));
        own.submit(() -> found.add("y"));
    }

    void ofAStatic() {
        List<String> found = new ArrayList<>();
        SHARED.execute(() -> found.add("x"));
        SHARED.execute(() -> found.add("y"));
    }

    List<String> collected() throws InterruptedException {
        List<String> found = new ArrayList<>();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tasks.add(() -> found.add("x"));
        }
        own.invokeAll(tasks);
        return found;
    }

    void executedByReference() {
        List<String> found = new ArrayList<>();
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            tasks.add(() -> found.add("x"));
        }
        tasks.forEach(own::execute);
    }
}
