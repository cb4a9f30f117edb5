// Dispatch.java
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

class Dispatch {
    void dispatch(BlockingQueue<List<StringBuilder>> queue, String text) throws InterruptedException {
        StringBuilder first = new StringBuilder(text);
        List<StringBuilder> order = new ArrayList<>();
        order.add(first);
        queue.put(order);
        first.append("!");
    }
}
