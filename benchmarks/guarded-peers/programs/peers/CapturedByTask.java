package peers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import net.jcip.annotations.GuardedBy;

/** A task uses the list later, without the lock. */
class CapturedByTask {
    private final ExecutorService pool;
    @GuardedBy("this") private final List<String> names = new ArrayList<>();

    CapturedByTask(ExecutorService pool) {
        this.pool = pool;
    }

    synchronized void clearLater() {
        pool.execute(() -> names.clear()); // race
    }
}
