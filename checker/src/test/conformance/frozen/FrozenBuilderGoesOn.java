package spec.frozen;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.runtime.Freezer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/*
 * The builder writes on after its product was frozen.
 * Verdict: the map of the builder is the frozen one.
 */
public class FrozenBuilderGoesOn {
    void run(ExecutorService pool) {
        Map<String, String> draft = new LinkedHashMap<>();
        draft.put("a", "1");
        @Frozen Map<String, String> settings = Freezer.freeze(draft); //~
        pool.execute(() -> System.out.println(settings.size()));
        draft.put("b", "2"); //! frozen.write
    }
}
