// StockLevels.java
import dev.lungfish.annotation.InRegion;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

public class StockLevels {
    private final Object lock = new Object();
    private final @InRegion("lock") Map<String, Integer> levels = new TreeMap<>();

    void set(String article, int level) {
        synchronized (lock) {
            levels.put(article, level);
        }
    }

    Set<String> articles() {
        synchronized (lock) {
            return levels.keySet();
        }
    }
}
