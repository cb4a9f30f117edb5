package peers;

import java.util.ArrayList;
import java.util.List;
import net.jcip.annotations.GuardedBy;

/** The guarded list gets a second name in a field without guard. */
class StoredInField {
    @GuardedBy("this") private final List<String> names = new ArrayList<>();
    private List<String> latest;

    synchronized void remember() {
        latest = names; // race
    }

    int size() {
        return latest.size();
    }
}
