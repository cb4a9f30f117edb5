package spec.regions;

import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Region;
import java.util.Optional;
import spec.support.Book;

/*
 * The receiver owns the region.
 * Verdict: derived.
 */
public class ReceivedThenOpened {
    void run(Channel<Book> in, Channel<Book> out) throws InterruptedException {
        Region<Book> region = in.receive();
        region.run(Book::turn);
        out.send(region);
        Optional<Region<Book>> next = in.poll();
        if (next.isPresent()) {
            Book book = next.get().dissolve();
            book.turn();
        }
    }
}
