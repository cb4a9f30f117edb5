package parcels;

import dev.lungfish.annotation.ThreadSafe;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What happened so far; every stage writes here. */
@ThreadSafe
public final class Journal {
    private final ConcurrentLinkedQueue<String> recent = new ConcurrentLinkedQueue<>();
    private int lines; //! threadsafe.unprotected

    public void note(String line) {
        recent.add(line);
        lines++; //| threadsafe.unprotected
        System.out.println("  " + line);
    }

    public int lines() {
        return lines; //| threadsafe.unprotected
    }

    public String latest() {
        String line = recent.poll();
        return line == null ? "" : line;
    }
}
