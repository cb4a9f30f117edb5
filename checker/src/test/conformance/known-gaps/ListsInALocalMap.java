// Gap: G-27, content of a concurrent map in a local variable that several tasks change
// Why: what is read out of a map is known to be still in it where the map is a field; that tasks share a local one is not asked.
// Since: 0.1.0
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;

public class ListsInALocalMap {
    void collect(ExecutorService pool) {
        ConcurrentMap<String, List<String>> byName = new ConcurrentHashMap<>();
        for (int i = 0; i < 3; i++) {
            pool.execute(() -> byName.computeIfAbsent("a", name -> new ArrayList<>()).add("x")); //MISSED region.not.open
        }
    }
}
