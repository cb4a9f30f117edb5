package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.HashMap;
import java.util.Map;

/*
 * An enum constant that keeps a mutable map.
 * Verdict: derived.
 */
@Frozen
public enum EnumWithMap {
    A, B;
    private final Map<String, String> aliases = new HashMap<>(); //! frozen.mutable.part
    String alias(String s) { return aliases.getOrDefault(s, name()); }
    void put(String k, String v) { aliases.put(k, v); }
}
