package spec.statics;

import java.util.concurrent.Executor;

/*
 * A static of a nested class is written through two task classes.
 * Verdict: derived.
 */
public class NestedClassStatic {
    static final class Stats { static int done; } //| static.mutable
    static final class A implements Runnable { @Override public void run() { Stats.done++; } } //! static.mutable
    static final class B implements Runnable { @Override public void run() { Stats.done += 2; } } //| static.mutable
    static void run(Executor pool) { pool.execute(new A()); pool.execute(new B()); }
}
