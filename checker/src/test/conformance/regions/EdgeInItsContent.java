package spec.regions;

import dev.lungfish.runtime.Child;
import dev.lungfish.runtime.Cown;
import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * The usual place of an edge is a field of its parent's content: it may be put there, be read from there and given back, and the parent goes on.
 * Verdict: model.md 6.4.
 */
public class EdgeInItsContent {
    String run() throws Exception {
        Region<Book> book = Book.region("book");
        Child<Book> first = Book.region("first").attachTo(book);
        book.run(b -> b.part = first);
        Region<Book> out = book.call(b -> b.part).detach();
        Child<Book> second = Book.region("second").attachTo(book);
        book.run(b -> b.part = second);
        String title = out.call(b -> b.title);
        return title + Cown.of(book).call(b -> b.title);
    }
}
