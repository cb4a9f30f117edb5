package spec.declared;

import dev.lungfish.annotation.ThreadSafe;
import java.util.concurrent.atomic.AtomicInteger;

/*
 * The constructor starts a thread with this before the last field is set.
 * Verdict: derived.
 */
@ThreadSafe
public final class ThreadSafeThisEscapes {
    private final AtomicInteger runs = new AtomicInteger();
    private final String name;
    ThreadSafeThisEscapes(String name) {
        new Thread(this::loop).start(); //! frozen.this.escape
        this.name = name;
    }
    private void loop() { System.out.println(name + runs.incrementAndGet()); }
}
