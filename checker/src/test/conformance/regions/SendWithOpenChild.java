package spec.regions;

import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Child;
import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * A borrow of the child is alive when the parent is sent.
 * Verdict: derived.
 */
public class SendWithOpenChild {
    void run(Channel<Book> channel) throws InterruptedException {
        Region<Book> shelf = Book.region("shelf");
        Child<Book> child = Book.region("book").attachTo(shelf);
        try (Borrow<Book> b = child.borrow()) {
            channel.send(shelf); //! move.while.borrowed
            b.get().turn(); //? use.after.move
        }
    }
}
