// truth: use.after.move
import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Region;
import java.util.ArrayList;
import java.util.List;

/** The handle is dead after the first send. */
public class HandleMovedTwice {
    public static void main(String[] args) throws InterruptedException {
        Channel<List<String>> channel = new Channel<>(2);
        Region<List<String>> region = Region.create("list", ArrayList::new);
        channel.send(region);
        channel.send(region); // here
    }
}
