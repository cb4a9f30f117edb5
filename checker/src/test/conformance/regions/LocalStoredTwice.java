package spec.regions;

import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * One local object is stored into two regions.
 * Verdict: derived.
 */
public class LocalStoredTwice {
    void run() {
        Region<Book> a = Book.region("a");
        Region<Book> b = Book.region("b");
        Book shared = new Book("shared");
        a.run(x -> x.next = shared);
        b.run(x -> x.next = shared); //! region.cross.reference|region.escape|region.two.owners
    }
}
