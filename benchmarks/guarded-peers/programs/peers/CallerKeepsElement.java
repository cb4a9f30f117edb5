package peers;

import java.util.ArrayList;
import java.util.List;
import net.jcip.annotations.GuardedBy;

/** The object that went under the lock is changed by who put it there. */
class CallerKeepsElement {
    @GuardedBy("this") private final List<StringBuilder> lines = new ArrayList<>();

    private synchronized void add(StringBuilder line) {
        lines.add(line);
    }

    void addLine() {
        StringBuilder line = new StringBuilder("a");
        add(line);
        line.append("b"); // race
    }

    synchronized int length() {
        return lines.get(0).length();
    }
}
