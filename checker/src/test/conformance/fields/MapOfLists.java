package spec.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;

/*
 * computeIfAbsent gives back what stands in the map.
 * Verdict: derived.
 */
public class MapOfLists {
    void index(BlockingQueue<Map<String, List<String>>> out, String[] words) throws InterruptedException {
        Map<String, List<String>> index = new TreeMap<>();
        List<String> last = null;
        for (String word : words) {
            last = index.computeIfAbsent(word.substring(0, 1), k -> new ArrayList<>());
            last.add(word);
        }
        out.put(index); //~
        if (last != null) {
            last.add("late"); //! use.after.move
        }
    }
}
