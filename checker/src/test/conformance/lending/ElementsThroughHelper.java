package spec.lending;

import java.util.List;
import java.util.concurrent.ExecutorService;

/*
 * A helper hands each element of a list to a task of its own: another element in each round. Whoever goes on using the elements races.
 * Verdict: derived.
 */
public class ElementsThroughHelper {
    static void all(ExecutorService pool, Runnable... tasks) {
        for (Runnable task : tasks) {
            if (task == null) {
                break;
            }
            submit(pool, task);
        }
    }

    private static void submit(ExecutorService pool, Runnable task) {
        pool.execute(task);
    }

    static void texts(ExecutorService pool) {
        List<StringBuilder> texts = List.of(new StringBuilder("a"), new StringBuilder("b"));
        for (StringBuilder text : texts) {
            give(pool, text);
        }
    }

    static void textsAndMore(ExecutorService pool) {
        List<StringBuilder> texts = List.of(new StringBuilder("a"), new StringBuilder("b"));
        for (StringBuilder text : texts) {
            give(pool, text); //~
        }
        texts.get(0).append("more"); //! use.after.move
    }

    static void twice(ExecutorService pool) {
        List<StringBuilder> texts = List.of(new StringBuilder("a"), new StringBuilder("b"));
        for (StringBuilder text : texts) {
            give(pool, text); //~
            give(pool, text); //! use.after.move
        }
    }

    private static void give(ExecutorService pool, StringBuilder text) {
        pool.execute(() -> text.append("x"));
    }
}
