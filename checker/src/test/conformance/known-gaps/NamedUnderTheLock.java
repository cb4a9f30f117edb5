// Gap: G-26, a local name for what a lock guards, given to a task under that lock
// Why: what is read out of a field under a lock may have been taken out of it, which a method that replaces the field does; that this one does not is asked of direct names only.
// Since: 0.1.0
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

public class NamedUnderTheLock {
    private final Object lock = new Object();
    private final List<String> pending = new ArrayList<>();
    private final ExecutorService writer;

    NamedUnderTheLock(ExecutorService writer) {
        this.writer = writer;
    }

    void log(String line) {
        synchronized (lock) {
            pending.add(line);
            List<String> batch = pending;
            writer.execute(() -> batch.clear()); //MISSED move.not.owned
        }
    }
}
