package spec.regions;

import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * offer returned false: the region is still here.
 * Verdict: derived.
 */
public class OfferedRefused {
    void run(Channel<Book> out) {
        Region<Book> region = Book.region("b");
        if (!out.offer(region)) {
            region.run(Book::turn);
        }
    }
}
