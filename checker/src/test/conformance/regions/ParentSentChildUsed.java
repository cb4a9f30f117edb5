package spec.regions;

import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Child;
import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * The child goes with its parent.
 * Verdict: derived.
 */
public class ParentSentChildUsed {
    void run(Channel<Book> channel) throws InterruptedException {
        Region<Book> shelf = Book.region("shelf");
        Child<Book> child = Book.region("book").attachTo(shelf);
        channel.send(shelf); //~
        child.run(Book::turn); //! use.after.move
    }
}
