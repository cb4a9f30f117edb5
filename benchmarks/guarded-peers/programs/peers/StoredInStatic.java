package peers;

import java.util.ArrayList;
import java.util.List;
import net.jcip.annotations.GuardedBy;

/** The guarded list gets a second name in a static. */
class StoredInStatic {
    static List<String> all;
    @GuardedBy("this") private final List<String> names = new ArrayList<>();

    synchronized void publish() {
        all = names; // race
    }
}
