package spec.regions;

import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * A helper gets the content during the borrow and keeps it.
 * Verdict: derived.
 */
public class BorrowInHelper {
    private Book last;
    void run(Region<Book> region) {
        region.run(b -> keep(b)); //! region.escape
    }
    private void keep(Book b) { last = b; }
    int pages() { return last.pages; }
}
