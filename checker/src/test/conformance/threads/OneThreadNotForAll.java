package spec.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/*
 * Tasks of an executor with one thread do not race with each other, but with everybody else.
 * Verdict: derived.
 */
public class OneThreadNotForAll {
    private static final ExecutorService SHARED = Executors.newSingleThreadExecutor();
    private final ExecutorService own = Executors.newSingleThreadExecutor();
    private ExecutorService changing = Executors.newSingleThreadExecutor();

    void replaced() {
        changing = Executors.newCachedThreadPool();
    }

    void usedBeside() {
        List<String> found = new ArrayList<>();
        own.execute(() -> found.add("x"));
        found.add("y"); //! use.after.move
    }

    void usedUnderTheMonitorOfTheExecutor() {
        List<String> found = new ArrayList<>();
        own.execute(() -> found.add("x"));
        synchronized (own) {
            found.add("y"); //! use.after.move
        }
    }

    void twoExecutors() {
        List<String> found = new ArrayList<>();
        own.execute(() -> found.add("x"));
        SHARED.execute(() -> found.add("y")); //! use.after.move
    }

    void executorsOfTwoObjects(OneThreadNotForAll other) {
        List<String> found = new ArrayList<>();
        own.execute(() -> found.add("x"));
        other.own.execute(() -> found.add("y")); //! use.after.move
    }

    void perhapsAnotherOne() {
        List<String> found = new ArrayList<>();
        changing.execute(() -> found.add("x"));
        changing.execute(() -> found.add("y")); //! use.after.move
    }

    void oneForEachRound() {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ExecutorService one = Executors.newSingleThreadExecutor();
            one.execute(() -> found.add("x")); //! use.after.move
        }
    }

    void threadsOfTheTasks() {
        List<String> found = new ArrayList<>();
        own.execute(() -> new Thread(() -> found.add("x")).start());
        own.execute(() -> found.add("y")); //! use.after.move
    }

    List<String> returned() {
        List<String> found = new ArrayList<>();
        own.execute(() -> found.add("x"));
        return found; //! use.after.move
    }
}
