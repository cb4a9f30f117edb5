package peers;

import java.util.ArrayList;
import java.util.List;
import net.jcip.annotations.GuardedBy;

/** An element that can be changed is returned. */
class ElementReturned {
    @GuardedBy("this") private final List<StringBuilder> lines = new ArrayList<>();

    synchronized void append(String text) {
        lines.get(0).append(text);
    }

    synchronized StringBuilder first() {
        return lines.get(0); // race
    }
}
