package peers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import net.jcip.annotations.GuardedBy;

/** A task gets the list through a local variable. */
class AliasCapturedByTask {
    private final ExecutorService pool;
    @GuardedBy("this") private final List<String> names = new ArrayList<>();

    AliasCapturedByTask(ExecutorService pool) {
        this.pool = pool;
    }

    synchronized void clearLater() {
        List<String> mine = names;
        pool.execute(() -> mine.clear()); // race
    }
}
