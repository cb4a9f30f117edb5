package spec.guarded;

import dev.lungfish.annotation.InRegion;
import dev.lungfish.annotation.ThreadSafe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/*
 * Factories and copies fill the guarded fields of an object that nobody else has yet.
 * Verdict: derived; an object that is not shared yet needs no lock.
 */
@ThreadSafe
public final class FactoryFillsGuarded {
    private final Object lock = new Object();
    private final @InRegion("lock") List<String> names = new ArrayList<>();
    private final @InRegion("this") Map<String, Integer> ages = new HashMap<>();
    private @InRegion("this") int version;

    static FactoryFillsGuarded of(List<String> names) {
        FactoryFillsGuarded result = new FactoryFillsGuarded();
        result.names.addAll(names);
        for (String name : names) {
            result.ages.put(name, name.length());
            result.version++;
        }
        if (names.isEmpty()) {
            result.version = -1;
            return result;
        }
        return result;
    }

    synchronized int version() {
        return version;
    }
}
