package spec.regions;

import dev.lungfish.runtime.Child;
import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * a in b, then b in a.
 * Verdict: derived.
 */
public class CycleOfChildren {
    void run() {
        Region<Book> a = Book.region("a");
        Region<Book> b = Book.region("b");
        Child<Book> inB = a.attachTo(b);
        b.attachTo(inB); //! region.cycle
    }
}
