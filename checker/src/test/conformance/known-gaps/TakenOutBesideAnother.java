// Gap: G-10, a field beside one that could hold the same objects
// Why: which rows stand in which list is a question about all methods; types do not tell the two lists apart.
// Since: 0.1.0
import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;

public class TakenOutBesideAnother {
    static final class Row {
        int n;
    }

    private @InRegion("this") List<Row> drafts = new ArrayList<>();
    private @InRegion("this") List<Row> orders = new ArrayList<>();

    synchronized void draft() {
        drafts.add(new Row());
    }

    synchronized void order() {
        orders.add(new Row());
    }

    List<Row> takeOrders() {
        List<Row> all;
        synchronized (this) {
            all = orders;
            orders = new ArrayList<>();
        }
        return all; //OVER region.escape
    }
}
