package spec.regions;

import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * A region in itself.
 * Verdict: derived.
 */
public class AttachToItself {
    void run() {
        Region<Book> shelf = Book.region("shelf");
        shelf.attachTo(shelf); //! region.cycle|use.after.move
    }
}
