package spec.regions;

import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Region;

import java.util.List;

import spec.support.Book;

/*
 * A region is built inside a borrow, and sent after it.
 * Verdict: no finding; it is closed when it goes.
 */
public class BuiltThenSent {
    void run(Channel<Book> channel, List<String> lines) throws InterruptedException {
        Region<Book> region = Region.create("book", () -> new Book("a"));
        try (Borrow<Book> borrow = region.borrow()) {
            Book book = borrow.get();
            for (String line : lines) {
                book.lines.add(line);
            }
            book.turn();
        }
        channel.send(region);
    }

    int receive(Channel<Book> channel) throws InterruptedException {
        Region<Book> region = channel.receive();
        return region.call(book -> book.pages);
    }
}
