package spec.regions;

import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * used in the branch in which it was taken.
 * Verdict: derived.
 */
public class OfferedUsed {
    void run(Channel<Book> out) {
        Region<Book> region = Book.region("b");
        if (out.offer(region)) { //~
            region.run(Book::turn); //! use.after.move
        }
    }
}
