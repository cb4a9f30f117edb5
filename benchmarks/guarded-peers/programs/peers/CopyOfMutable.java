package peers;

import java.util.ArrayList;
import java.util.List;
import net.jcip.annotations.GuardedBy;

/** The copy of the list holds the same elements, which can be changed. */
class CopyOfMutable {
    @GuardedBy("this") private final List<StringBuilder> lines = new ArrayList<>();

    synchronized void append(String text) {
        lines.get(0).append(text);
    }

    synchronized List<StringBuilder> lines() {
        return new ArrayList<>(lines); // race
    }
}
