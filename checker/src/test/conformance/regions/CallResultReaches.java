package spec.regions;

import dev.lungfish.runtime.Region;
import java.util.List;
import spec.support.Book;

/*
 * A line list of the region is returned by call.
 * Verdict: derived.
 */
public class CallResultReaches {
    List<String> run(Region<Book> region) {
        return region.call(b -> b.lines); //! region.escape
    }
    List<String> copy(Region<Book> region) {
        return region.call(b -> List.copyOf(b.lines));
    }
}
