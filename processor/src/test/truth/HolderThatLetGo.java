// truth: fine
import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** References in the heap that have ended before the move: the analysis follows the holder, and nothing is left to record. */
public class HolderThatLetGo {
    static final class Shelf {
        List<String> book;
        int uses;
    }

    public static void main(String[] args) throws InterruptedException {
        BlockingQueue<List<String>> queue = new LinkedBlockingQueue<>();
        Shelf shelf = new Shelf();
        List<String> book = new ArrayList<>();
        shelf.book = book;
        shelf.book = null;
        queue.put(book);
        shelf.uses++;

        Channel<List<String>> channel = new Channel<>(1);
        Region<List<String>> region = Region.create("book", ArrayList::new);
        List<Object> seen = new ArrayList<>();
        try (Borrow<List<String>> borrow = region.borrow()) {
            seen.add(borrow.get());
            seen.clear();
        }
        channel.send(region);
    }
}
