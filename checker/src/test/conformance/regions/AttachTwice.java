package spec.regions;

import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * One region attached to two parents.
 * Verdict: derived.
 */
public class AttachTwice {
    void run() {
        Region<Book> shelf = Book.region("shelf");
        Region<Book> other = Book.region("other");
        Region<Book> book = Book.region("book");
        book.attachTo(shelf);
        book.attachTo(other); //! use.after.move|region.two.owners
    }
}
