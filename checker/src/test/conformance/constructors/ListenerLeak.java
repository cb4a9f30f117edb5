package spec.constructors;

import dev.lungfish.annotation.CapturedBy;
import dev.lungfish.annotation.ThreadSafe;
import java.util.concurrent.ConcurrentHashMap;

/*
 * this is given to a bus of the project that publishes it, before its list is made.
 * Verdict: derived.
 */
@ThreadSafe
public final class ListenerLeak {
    interface Bus { void register(@CapturedBy("this") Object o); }
    private final ConcurrentHashMap<String, String> seen;
    ListenerLeak(Bus bus) {
        bus.register(this); //! frozen.this.escape
        seen = new ConcurrentHashMap<>();
    }
    void on(String s) { seen.put(s, s); }
}
