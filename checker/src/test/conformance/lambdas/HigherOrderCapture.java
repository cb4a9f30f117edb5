package spec.lambdas;

import java.util.concurrent.Executor;

/*
 * A helper returns a task over its argument.
 * Verdict: derived.
 */
public class HigherOrderCapture {
    private static Runnable appender(StringBuilder sb, String s) { return () -> sb.append(s); }
    void run(Executor pool) {
        StringBuilder sb = new StringBuilder();
        Runnable r = appender(sb, "x");
        pool.execute(r); //~
        sb.append("y"); //! use.after.move
    }
}
