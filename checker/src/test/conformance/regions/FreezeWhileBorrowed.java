package spec.regions;

import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * A live borrow.
 * Verdict: derived.
 */
public class FreezeWhileBorrowed {
    void run() {
        Region<Book> region = Book.region("b");
        try (Borrow<Book> b = region.borrow()) {
            region.freeze(); //! move.while.borrowed
            b.get().turn(); //? use.after.move|frozen.write
        }
    }
}
