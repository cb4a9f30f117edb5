// WordCount.java
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class WordCount {
    Map<String, Integer> count(List<String> words) {
        Map<String, Integer> counts = new HashMap<>();
        words.parallelStream().forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }
}
