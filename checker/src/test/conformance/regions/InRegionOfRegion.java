package spec.regions;

import dev.lungfish.annotation.InRegion;
import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Region;
import java.util.ArrayList;
import java.util.List;
import spec.support.Book;

/*
 * A field that lives in a region, touched without a borrow.
 * Verdict: derived.
 */
public class InRegionOfRegion {
    private final Region<Book> region = Book.region("b");
    private @InRegion("region") List<String> index = new ArrayList<>();
    void wrong() {
        index.add("x"); //! region.not.open
    }
    void right() {
        try (Borrow<Book> b = region.borrow()) {
            index.add("x");
        }
    }
}
