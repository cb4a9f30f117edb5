package peers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jcip.annotations.GuardedBy;

/** A read-only view shows every change of the guarded list. */
class ViewReturned {
    @GuardedBy("this") private final List<String> names = new ArrayList<>();

    synchronized List<String> names() {
        return Collections.unmodifiableList(names); // race
    }
}
