package spec.declared;

import dev.lungfish.annotation.CapturedBy;
import java.util.ArrayList;
import java.util.List;
import spec.support.Order;

/*
 * The annotation names no parameter.
 * Verdict: derived.
 */
public class CapturedByNothing {
    private final List<Order> items = new ArrayList<>();
    void put(@CapturedBy("shelf") Order o) { items.add(o); } //! annotation.invalid
}
