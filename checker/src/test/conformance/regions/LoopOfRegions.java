package spec.regions;

import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Region;
import java.util.List;
import spec.support.Book;

/*
 * A region per round, sent through a channel.
 * Verdict: derived.
 */
public class LoopOfRegions {
    void run(Channel<Book> channel, List<String> titles) throws InterruptedException {
        for (String t : titles) {
            Region<Book> region = Region.create(t, () -> new Book(t));
            region.run(b -> b.lines.add(t));
            channel.send(region);
        }
    }
}
