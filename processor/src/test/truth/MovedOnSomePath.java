// truth: use.after.move use.after.move
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Moved on one path only, and used after both: the name is asked whether this was that path. */
public class MovedOnSomePath {
    static int fill(BlockingQueue<List<String>> queue, boolean send) throws InterruptedException {
        List<String> order = new ArrayList<>();
        order.add("tea");
        if (send) {
            queue.put(order);
        }
        order.add("milk"); // here
        return order.size();
    }

    public static void main(String[] args) throws InterruptedException {
        BlockingQueue<List<String>> queue = new LinkedBlockingQueue<>();
        if (fill(queue, false) != 2) {
            throw new AssertionError("an order that is not moved may be written");
        }
        fill(queue, true);
    }
}
