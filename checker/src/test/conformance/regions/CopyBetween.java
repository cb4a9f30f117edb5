package spec.regions;

import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * Strings are copied from one to the other.
 * Verdict: derived.
 */
public class CopyBetween {
    void run(Region<Book> a, Region<Book> b) {
        try (Borrow<Book> x = a.borrow(); Borrow<Book> y = b.borrow()) {
            x.get().lines.addAll(y.get().lines);
            x.get().title = y.get().title;
        }
    }
}
