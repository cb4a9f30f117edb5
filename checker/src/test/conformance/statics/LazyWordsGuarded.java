package spec.statics;

import java.util.List;
import java.util.concurrent.ExecutorService;

/*
 * A lazily filled static list is made under the monitor of its class.
 * Verdict: no finding.
 */
public class LazyWordsGuarded {
    private static List<String> words;

    private static synchronized List<String> words() {
        if (words == null) {
            words = List.of("a", "b");
        }
        return words;
    }

    static void run(ExecutorService pool, List<String> texts) {
        for (String text : texts) {
            pool.execute(() -> System.out.println(words().contains(text)));
        }
    }
}
