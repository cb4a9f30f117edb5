// truth: fine
import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Region;
import java.util.ArrayList;
import java.util.List;

/** The borrow has ended; the receiver's handle is another one. */
public class MovedAfterTheBorrow {
    public static void main(String[] args) throws InterruptedException {
        Channel<List<String>> channel = new Channel<>(2);
        Region<List<String>> region = Region.create("list", ArrayList::new);
        try (Borrow<List<String>> borrow = region.borrow()) {
            borrow.get().add("milk");
        }
        channel.send(region);
        Region<List<String>> received = channel.receive();
        received.run(list -> list.add("bread"));
    }
}
