package spec.racy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;

/*
 * One buffer is filled while a task may still write it.
 * Verdict: nobody waits for the task before its buffer is filled again.
 */
public class TwoBuffersTooEarly {
    void copy(ExecutorService disk, Iterator<String> lines) {
        List<String> current = new ArrayList<>();
        List<String> other = new ArrayList<>();
        while (lines.hasNext()) {
            current.add(lines.next()); //! use.after.move
            if (current.size() == 100) { //? use.after.move
                List<String> full = current;
                disk.submit(() -> write(full)); //~ //? use.after.move
                current = other;
                other = full;
            }
        }
    }

    private static void write(List<String> lines) {
        System.out.println(lines);
        lines.clear();
    }
}
