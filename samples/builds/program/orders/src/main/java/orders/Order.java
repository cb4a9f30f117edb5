package orders;

import java.util.ArrayList;
import java.util.List;

/** What a customer wants. Mutable, as most things are. */
public final class Order {
    private final List<String> lines = new ArrayList<>();

    public void add(String line) {
        lines.add(line);
    }

    public int size() {
        return lines.size();
    }
}
