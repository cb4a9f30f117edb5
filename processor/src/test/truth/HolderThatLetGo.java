// truth: fine
import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Region;
import java.util.ArrayList;
import java.util.List;

/** A reference in the heap that has ended before the move: nothing is left to record. */
public class HolderThatLetGo {
    public static void main(String[] args) throws InterruptedException {
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
