package spec.regions;

import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * Dissolved content is local again; the handle is not.
 * Verdict: derived.
 */
public class DissolveThenUse {
    int run() {
        Region<Book> region = Book.region("b");
        Book book = region.dissolve();
        book.turn();
        region.run(Book::turn); //! use.after.move
        return book.pages;
    }
}
