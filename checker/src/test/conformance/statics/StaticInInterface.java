package spec.statics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/*
 * Constants of an interface are final; the list is not.
 * Verdict: derived.
 */
public class StaticInInterface {
    interface Limits { int MAX = 10; List<String> NAMES = new ArrayList<>(List.of("a")); } //| static.mutable
    static void run(ExecutorService pool) {
        for (int i = 0; i < Limits.MAX; i++) { pool.execute(() -> Limits.NAMES.add("x")); } //! static.mutable
    }
}
