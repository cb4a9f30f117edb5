package spec.regions;

import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * A helper reads it only.
 * Verdict: derived.
 */
public class BorrowInHelperReads {
    private int pages;
    void run(Region<Book> region) {
        region.run(b -> count(b));
    }
    private void count(Book b) { pages += b.pages; }
    int pages() { return pages; }
}
