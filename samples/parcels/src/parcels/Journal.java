package parcels;

import dev.lungfish.annotation.ThreadSafe;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What happened so far; every stage writes here. */
@ThreadSafe
public final class Journal {
    private final ConcurrentLinkedQueue<String> recent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lines = new AtomicInteger();

    public void note(String line) {
        recent.add(line);
        lines.incrementAndGet();
        System.out.println("  " + line);
    }

    public int lines() {
        return lines.get();
    }

    public String latest() {
        String line = recent.poll();
        return line == null ? "" : line;
    }
}
