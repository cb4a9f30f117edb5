package spec.fields;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;

/*
 * All is done before.
 * Verdict: derived.
 */
public class MapOfListsFine {
    void index(BlockingQueue<Map<String, List<String>>> out, String[] words) throws InterruptedException {
        Map<String, List<String>> index = new TreeMap<>();
        for (String word : words) {
            index.computeIfAbsent(word.substring(0, 1), k -> new ArrayList<>()).add(word);
        }
        for (Map.Entry<String, List<String>> e : index.entrySet()) {
            Collections.sort(e.getValue());
        }
        out.put(index);
    }
}
