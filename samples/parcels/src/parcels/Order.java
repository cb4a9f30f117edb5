package parcels;

import dev.lungfish.annotation.Frozen;
import java.util.List;

/** What a customer ordered. Frozen, so every stage may read it at any time. */
@Frozen
public record Order(int number, String city, List<String> articles) {
    public Order {
        articles = List.copyOf(articles);
    }
}
