// truth: move.while.borrowed
import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Region;
import java.util.ArrayList;
import java.util.List;

/** Somebody still has a borrow. */
public class MovedWhileBorrowed {
    public static void main(String[] args) throws InterruptedException {
        Channel<List<String>> channel = new Channel<>(2);
        Region<List<String>> region = Region.create("list", ArrayList::new);
        try (Borrow<List<String>> borrow = region.borrow()) {
            borrow.get().add("milk");
            channel.send(region); // here
        }
    }
}
