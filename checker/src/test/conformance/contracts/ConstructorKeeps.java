package spec.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/*
 * A job object that keeps what it is given is started.
 * Verdict: derived.
 */
public class ConstructorKeeps {
    static final class Job implements Runnable {
        private final List<String> lines; private final int times;
        Job(List<String> lines, int times) { this.lines = lines; this.times = times; }
        @Override public void run() { for (int i = 0; i < times; i++) { lines.add("x"); } }
    }
    void run(Executor pool) {
        List<String> lines = new ArrayList<>();
        pool.execute(new Job(lines, 3)); //~
        lines.add("y"); //! use.after.move
    }
}
