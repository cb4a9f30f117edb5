package peers;

import java.util.ArrayList;
import java.util.List;
import net.jcip.annotations.GuardedBy;

/** The list is passed to an object that keeps it. */
class KeptByCallee {
    static final class Report {
        private final List<List<String>> parts = new ArrayList<>();

        void add(List<String> part) {
            parts.add(part);
        }
    }

    @GuardedBy("this") private final List<String> names = new ArrayList<>();

    synchronized void report(Report report) {
        report.add(names); // race
    }
}
