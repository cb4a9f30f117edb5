package spec.regions;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.runtime.Region;
import spec.support.Order;
import spec.support.Shelf;

/*
 * The frozen content must not be written.
 * Verdict: derived.
 */
public class FrozenThenWritten {
    void run() {
        Region<Shelf> region = Region.create("r", Shelf::new);
        @Frozen Shelf shelf = region.freeze();
        shelf.first = new Order("1"); //! frozen.write
    }
}
