package spec.regions;

import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * A cown around the part of a region.
 * Verdict: derived.
 */
public class NotABridge {
    void run(Region<Book> a) {
        try (Borrow<Book> x = a.borrow()) {
            Book part = x.get().next;
            Region<Book> own = Region.of("part", part); //! region.cross.reference|region.not.bridge|move.guarded
            own.run(Book::turn); //? use.after.move
        }
    }
}
