// truth: fine
import dev.lungfish.runtime.Freezer;
import dev.lungfish.runtime.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Mutable classes freeze where nobody else refers to them, which is proved: also through a method of one's own. */
public class FrozenByOwnership {
    static final class Cart {
        final Map<String, List<String>> lines = new HashMap<>();
    }

    static <T> T seal(T value) {
        return Freezer.freeze(value);
    }

    static Cart filled() {
        Cart cart = new Cart();
        cart.lines.put("milk", new ArrayList<>(List.of("2 l")));
        return cart;
    }

    public static void main(String[] args) {
        Cart first = seal(filled());
        Cart second = Freezer.freeze(filled());
        Region<Cart> region = Region.create("cart", FrozenByOwnership::filled);
        Cart third = region.freeze();
        if (!Freezer.isFrozen(first) || !Freezer.isFrozen(second) || !Freezer.isFrozen(third)) {
            throw new AssertionError("not frozen");
        }
    }
}
