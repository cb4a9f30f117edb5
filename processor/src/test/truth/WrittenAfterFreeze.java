// truth: frozen.write raw
import dev.lungfish.runtime.Freezer;
import java.util.ArrayList;
import java.util.List;

/** Frozen on every path: that is a finding, and nothing is left to ask. */
public class WrittenAfterFreeze {
    static final class Cart {
        final List<String> lines = new ArrayList<>();
        int total;
    }

    public static void main(String[] args) {
        Cart cart = new Cart();
        Freezer.freeze(cart);
        cart.total = 1; // here
    }
}
