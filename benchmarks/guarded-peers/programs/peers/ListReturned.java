package peers;

import java.util.ArrayList;
import java.util.List;
import net.jcip.annotations.GuardedBy;

/** The guarded list itself is returned. */
class ListReturned {
    @GuardedBy("this") private final List<String> names = new ArrayList<>();

    synchronized List<String> names() {
        return names; // race
    }
}
