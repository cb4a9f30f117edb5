package spec.frozen;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.runtime.Freezer;

import java.util.ArrayList;
import java.util.List;

/*
 * A part of a frozen graph is reached over two getters and written.
 * Verdict: what is reached from a frozen object is frozen.
 */
public class FrozenPartWritten {
    static final class Line {
        int quantity;
    }

    static final class Cart {
        final List<Line> lines = new ArrayList<>();

        List<Line> lines() {
            return lines;
        }
    }

    void run() {
        Cart cart = new Cart();
        cart.lines().add(new Line());
        @Frozen Cart frozen = Freezer.freeze(cart); //~
        Line first = frozen.lines().get(0);
        first.quantity = 2; //! frozen.write
    }
}
