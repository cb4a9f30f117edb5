// truth: fine
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A loan that comes back: nothing is woven, and nothing fails. */
public class TasksAndWaiting {
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<String> names = new ArrayList<>();
        Future<?> done = pool.submit(() -> names.add("a"));
        done.get();
        names.add("b");
        pool.shutdown();
    }
}
