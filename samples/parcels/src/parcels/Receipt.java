package parcels;

import dev.lungfish.annotation.Frozen;
import java.util.List;

/** What a delivery came to, line by line. */
@Frozen
public record Receipt(String city, int parcels, int cents, List<String> lines) {
    public Receipt {
        lines = List.copyOf(lines);
    }
}
