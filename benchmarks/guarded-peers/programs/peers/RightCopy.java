package peers;

import java.util.ArrayList;
import java.util.List;
import net.jcip.annotations.GuardedBy;

/** Strings are copied under the lock: right. */
class RightCopy {
    @GuardedBy("this") private final List<String> names = new ArrayList<>();

    synchronized void add(String name) {
        names.add(name);
    }

    synchronized List<String> names() {
        return new ArrayList<>(names);
    }
}
