package spec.regions;

import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Child;
import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * The child is taken out of its parent and sent.
 * Verdict: derived.
 */
public class DetachAndSend {
    void run(Channel<Book> channel) throws InterruptedException {
        Region<Book> shelf = Book.region("shelf");
        Child<Book> child = Book.region("book").attachTo(shelf);
        child.run(Book::turn);
        channel.send(child.detach());
        shelf.run(Book::turn);
    }
}
