package spec.regions;

import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * move with an iterator's borrow still open; then closed and moved.
 * Verdict: derived.
 */
public class MoveBeforeClose {
    Region<Book> run() {
        Region<Book> region = Book.region("b");
        Borrow<Book> borrow = region.borrow();
        borrow.get().lines.add("x");
        borrow.close();
        return region.move();
    }
}
