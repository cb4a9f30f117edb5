// truth: use.after.move raw
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The name that is dead is used in a function, whose run knows nothing of the run of the method around it. */
public class MovedAndUsedInAFunction {
    public static void main(String[] args) throws InterruptedException {
        BlockingQueue<List<String>> queue = new LinkedBlockingQueue<>();
        List<String> order = new ArrayList<>();
        queue.put(order);
        Runnable late = () -> order.add("late"); // here
        late.run();
    }
}
