package spec.regions;

import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * Merged into the other; the old handle is dead.
 * Verdict: derived.
 */
public class MergeTwo {
    void run() {
        Region<Book> a = Book.region("a");
        Region<Book> b = Book.region("b");
        a.merge(b); //~
        b.run(Book::turn); //! use.after.move
    }
}
