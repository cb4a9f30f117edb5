package spec.regions;

import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Region;

import spec.support.Book;

/*
 * A region is asked for its content after it was sent.
 * Verdict: the handle is dead.
 */
public class UsedAfterSent {
    int run(Channel<Book> channel) throws InterruptedException {
        Region<Book> region = Region.create("book", () -> new Book("a"));
        channel.send(region); //~
        return region.call(book -> book.pages); //! use.after.move
    }
}
