// TwoShelves.java
import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;

public class TwoShelves {
    static final class Book {
        int loans;
    }

    private final Object left = new Object();
    private final Object right = new Object();
    private final @InRegion("left") List<Book> onLeft = new ArrayList<>();
    private final @InRegion("right") List<Book> onRight = new ArrayList<>();

    void recommend(int index) {
        synchronized (left) {
            synchronized (right) {
                onRight.add(onLeft.get(index));
            }
        }
    }
}
