// truth: use.after.move use.after.move
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Nobody waits for the task before its list is used again. */
public class GivenToATaskAndUsed {
    public static void main(String[] args) {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        List<String> names = new ArrayList<>();
        try {
            pool.execute(() -> names.add("a"));
            names.add("b"); // here
        } finally {
            pool.shutdown();
        }
    }
}
