import dev.lungfish.runtime.Child;
import dev.lungfish.runtime.Region;

/** A child that is detached or merged leaves its parent as it was: what is given up is the edge. */
public class EdgeGivenUp {
    static final class Book {
        int pages;
    }

    void merged() {
        Region<Book> book = Region.create("book", Book::new);
        Child<Book> index = Region.create("index", Book::new).attachTo(book);
        index.merge();
        book.run(b -> b.pages++);
        Region<Book> moved = book.move();
        book.run(b -> b.pages++); //! use.after.move
        moved.run(b -> b.pages++);
    }

    void detached() {
        Region<Book> book = Region.create("book", Book::new);
        Child<Book> index = Region.create("index", Book::new).attachTo(book);
        Region<Book> free = index.detach();
        book.run(b -> b.pages++);
        Region<Book> moved = free.move();
        free.run(b -> b.pages++); //! use.after.move
        book.run(b -> b.pages++);
        moved.run(b -> b.pages++);
    }
}
