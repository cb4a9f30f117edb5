package peers;

import java.util.ArrayList;
import java.util.List;
import net.jcip.annotations.GuardedBy;

/** All use is under the lock: right. */
class RightUseUnderLock {
    @GuardedBy("this") private List<StringBuilder> lines = new ArrayList<>();

    synchronized void add(String text) {
        lines.add(new StringBuilder(text));
    }

    synchronized int total() {
        int sum = 0;
        for (StringBuilder line : lines) {
            sum += line.length();
        }
        return sum;
    }
}
