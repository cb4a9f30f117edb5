// truth: frozen.write frozen.write
import dev.lungfish.runtime.Freezer;
import java.util.ArrayList;
import java.util.List;

/** Frozen on one path only, and written after both: whether this was that path is known when it runs. */
public class PerhapsFrozen {
    static final class Cart {
        final List<String> lines = new ArrayList<>();
        int total;
    }

    static int sell(boolean done) {
        Cart cart = new Cart();
        cart.lines.add("tea");
        if (done) {
            Freezer.freeze(cart);
        }
        cart.total++; // here
        return cart.total;
    }

    public static void main(String[] args) {
        if (sell(false) != 1) {
            throw new AssertionError("a cart that is not frozen may be written");
        }
        sell(true);
    }
}
