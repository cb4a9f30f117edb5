package spec.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/*
 * Blocks and initial values run like any other code.
 * Verdict: derived.
 */
public class Initialisers {
    private static final Executor POOL = ForkJoinPool.commonPool();

    static {
        List<String> lines = new ArrayList<>();
        POOL.execute(() -> lines.add("ran")); //~
        lines.add("late"); //! use.after.move
    }

    static {
        List<String> lines = new ArrayList<>();
        lines.add("early");
        POOL.execute(() -> lines.add("ran"));
    }

    {
        List<String> lines = new ArrayList<>();
        give(lines); //~
        lines.add("late"); //! use.after.move
    }

    private final Runnable later = () -> {
        List<String> lines = new ArrayList<>();
        POOL.execute(() -> lines.add("ran")); //~
        lines.add("late"); //! use.after.move
    };

    private static void give(List<String> lines) {
        POOL.execute(() -> lines.add("given"));
    }

    void run() {
        later.run();
    }
}
