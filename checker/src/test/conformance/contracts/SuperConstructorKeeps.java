package spec.contracts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;

/*
 * Kept by the constructor of the superclass.
 * Verdict: derived.
 */
public class SuperConstructorKeeps {
    static abstract class Base implements Runnable {
        protected final List<String> lines;
        Base(List<String> lines) { this.lines = lines; }
    }
    static final class Sort extends Base {
        Sort(List<String> lines) { super(lines); }
        @Override public void run() { Collections.sort(lines); }
    }
    void run(Executor pool) {
        List<String> lines = new ArrayList<>();
        pool.execute(new Sort(lines)); //~
        System.out.println(lines.size()); //! use.after.move
    }
}
