package spec.quiet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * One buffer is filled while a task writes the other.
 * Verdict: no finding; each is used again only after the task that had it is done.
 */
public class TwoBuffersInTurn {
    void copy(ExecutorService disk, Iterator<String> lines) throws Exception {
        List<String> current = new ArrayList<>();
        List<String> other = new ArrayList<>();
        Future<?> pending = null;
        while (lines.hasNext()) {
            current.add(lines.next());
            if (current.size() == 100) {
                if (pending != null) {
                    pending.get();
                }
                List<String> full = current;
                pending = disk.submit(() -> write(full));
                current = other;
                other = full;
            }
        }
        if (pending != null) {
            pending.get();
        }
        write(current);
    }

    private static void write(List<String> lines) {
        System.out.println(lines);
        lines.clear();
    }
}
