package spec.statics;

import java.util.List;
import java.util.concurrent.ExecutorService;

/*
 * The holder class idiom.
 * Verdict: derived.
 */
public class HolderIdiom {
    private final List<String> names = List.of("a");
    private static class Holder { static final HolderIdiom INSTANCE = new HolderIdiom(); }
    static HolderIdiom get() { return Holder.INSTANCE; }
    static void run(ExecutorService pool) {
        for (int i = 0; i < 4; i++) { pool.execute(() -> System.out.println(get().names)); }
    }
}
