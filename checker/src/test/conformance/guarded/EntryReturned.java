package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.Map;
import java.util.TreeMap;
import spec.support.Order;

/*
 * An entry of a guarded map is a window on it.
 * Verdict: derived.
 */
public class EntryReturned {
    private final @InRegion("this") TreeMap<String, Order> orders = new TreeMap<>();
    synchronized Order any() {
        for (Map.Entry<String, Order> entry : orders.entrySet()) {
            return entry.getValue(); //! region.escape
        }
        return null;
    }
}
