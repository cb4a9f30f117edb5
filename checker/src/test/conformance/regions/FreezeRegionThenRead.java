package spec.regions;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.runtime.Region;
import java.util.concurrent.ExecutorService;
import spec.support.Book;

/*
 * Frozen content is read everywhere.
 * Verdict: derived.
 */
public class FreezeRegionThenRead {
    int run(ExecutorService pool) {
        Region<Book> region = Book.region("b");
        region.run(Book::turn);
        @Frozen Book book = region.freeze();
        pool.execute(() -> System.out.println(book.title));
        return book.pages;
    }
}
