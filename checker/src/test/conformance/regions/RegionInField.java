package spec.regions;

import dev.lungfish.runtime.Region;
import spec.support.Book;

/*
 * A region in a field, opened for each call.
 * Verdict: derived.
 */
public class RegionInField {
    private final Region<Book> region = Book.region("b");
    void add(String line) { region.run(b -> b.lines.add(line)); }
    int size() { return region.call(b -> b.lines.size()); }
    String first() { return region.call(b -> b.lines.isEmpty() ? "" : b.lines.get(0)); }
}
