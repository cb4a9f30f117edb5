// truth: use.after.move use.after.move
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A plain object has no handle that could refuse: the name is asked. */
public class RawObjectUsedAfterQueue {
    public static void main(String[] args) throws InterruptedException {
        BlockingQueue<List<String>> queue = new LinkedBlockingQueue<>();
        List<String> order = new ArrayList<>();
        queue.put(order);
        order.add("late"); // here
    }
}
