// Gap: G-09, a started task over fields of this whose future is returned
// Why: such a task is judged where it is started; that the only caller waits for what it gets is seen there too late.
// Since: 0.1.0
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class ReturnedFutureOverThis {
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private int count;

    private Future<?> start() {
        return pool.submit(() -> count++); //OVER move.not.owned
    }

    int count() throws InterruptedException, ExecutionException {
        Future<?> done = start();
        done.get();
        return count;
    }
}
