package peers;

import java.util.ArrayList;
import java.util.List;
import net.jcip.annotations.GuardedBy;

/** An object lies in the regions of two locks at once. */
class TwoLocks {
    private final Object first = new Object();
    private final Object second = new Object();
    @GuardedBy("first") private final List<StringBuilder> fresh = new ArrayList<>();
    @GuardedBy("second") private final List<StringBuilder> done = new ArrayList<>();

    void finish() {
        synchronized (first) {
            synchronized (second) {
                done.add(fresh.get(0)); // race
            }
        }
    }
}
