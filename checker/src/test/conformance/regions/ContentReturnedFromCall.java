package spec.regions;

import dev.lungfish.runtime.Region;

import java.util.List;

import spec.support.Book;

/*
 * A call on a region returns a part of the content.
 * Verdict: the part outlives the borrow.
 */
public class ContentReturnedFromCall {
    int run(Region<Book> region) {
        List<String> lines = region.call(book -> book.lines); //! region.escape
        return lines.size(); //| region.escape
    }
}
