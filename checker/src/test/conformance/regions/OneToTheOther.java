package spec.regions;

import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * The content of one region refers to the content of another.
 * Verdict: derived.
 */
public class OneToTheOther {
    void run(Region<Book> a, Region<Book> b) {
        try (Borrow<Book> x = a.borrow(); Borrow<Book> y = b.borrow()) {
            x.get().next = y.get(); //! region.cross.reference
        }
    }
}
