package spec.regions;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * Written after it was frozen.
 * Verdict: derived.
 */
public class FreezeRegionThenWrite {
    void run() {
        Region<Book> region = Book.region("b");
        @Frozen Book book = region.freeze();
        book.turn(); //! frozen.write
    }
}
