// truth: use.after.move use.after.move
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Whether the other name went along is asked of the objects, before they leave. */
public class PutIntoWhatMoved {
    static int pack(BlockingQueue<List<List<String>>> queue, boolean inside) throws InterruptedException {
        List<List<String>> parcels = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        if (inside) {
            parcels.add(labels);
        }
        queue.put(parcels);
        labels.add("fragile"); // here
        return labels.size();
    }

    public static void main(String[] args) throws InterruptedException {
        BlockingQueue<List<List<String>>> queue = new LinkedBlockingQueue<>();
        if (pack(queue, false) != 1) {
            throw new AssertionError("labels that stay may be written");
        }
        pack(queue, true);
    }
}
