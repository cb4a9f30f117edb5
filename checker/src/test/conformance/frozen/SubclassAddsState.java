package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.HashMap;
import java.util.Map;

/*
 * The subclass of a frozen class adds a mutable map.
 * Verdict: derived.
 */
public class SubclassAddsState {
    @Frozen static class Base { final int id; Base(int id) { this.id = id; } }
    static class Cached extends Base {
        private final Map<String, String> cache = new HashMap<>(); //! frozen.mutable.part
        Cached(int id) { super(id); }
        String get(String k) { return cache.get(k); }
    }
    static final class Named extends Base {
        final String name;
        Named(int id, String name) { super(id); this.name = name; }
    }
}
