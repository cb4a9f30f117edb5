package spec.statics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/*
 * A lazily filled static list is read by tasks through a helper.
 * Verdict: two tasks may both fill it.
 */
public class LazyWordsInTasks {
    private static List<String> words; //| static.mutable

    private static List<String> words() {
        if (words == null) { //! static.mutable
            words = new ArrayList<>(List.of("a", "b")); //| static.mutable
        }
        return words; //| static.mutable
    }

    private static boolean known(String word) {
        return words().contains(word);
    }

    static void run(ExecutorService pool, List<String> texts) {
        for (String text : texts) {
            pool.execute(() -> System.out.println(known(text)));
        }
    }
}
