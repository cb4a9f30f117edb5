package spec.declared;

import dev.lungfish.annotation.Confined;
import java.util.concurrent.ExecutorService;

/*
 * Methods of one event loop.
 * Verdict: derived.
 */
public class ConfinedHelper {
    @Confined("loop") static class Session { int count; void touch() { count++; } }
    private final Session session = new Session();
    @Confined("loop") void onMessage(String text) { session.touch(); }
    void start(ExecutorService pool) {
        pool.execute(() -> session.touch()); //! confined.wrong.thread //? move.not.owned
    }
}
