// truth: region.escape raw
import dev.lungfish.runtime.Region;
import java.util.ArrayList;
import java.util.List;

/** What is stored outside of a region has no handle: the move does not see it, unless an audit looks at the heap. */
public class EscapedFromARegion {
    static final class Shelf {
        List<String> book;
    }

    static void keep(Shelf shelf) {
        Region<List<String>> region = Region.create("book", ArrayList::new);
        region.run(book -> shelf.book = book); // here
        region.move();
    }

    public static void main(String[] args) {
        keep(new Shelf());
    }
}
