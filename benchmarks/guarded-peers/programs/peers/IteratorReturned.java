package peers;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.jcip.annotations.GuardedBy;

/** An iterator over the guarded list is returned. */
class IteratorReturned {
    @GuardedBy("this") private final List<String> names = new ArrayList<>();

    synchronized Iterator<String> names() {
        return names.iterator(); // race
    }
}
