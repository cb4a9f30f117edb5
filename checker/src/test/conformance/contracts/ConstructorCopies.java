package spec.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/*
 * The job copies.
 * Verdict: derived.
 */
public class ConstructorCopies {
    static final class Job implements Runnable {
        private final List<String> lines; private final int times;
        Job(List<String> lines, int times) { this.lines = new ArrayList<>(lines); this.times = times; }
        @Override public void run() { for (int i = 0; i < times; i++) { lines.add("x"); } }
    }
    void run(Executor pool) {
        List<String> lines = new ArrayList<>();
        pool.execute(new Job(lines, 3));
        lines.add("y");
    }
}
