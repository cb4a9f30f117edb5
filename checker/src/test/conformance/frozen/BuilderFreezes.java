package spec.frozen;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.runtime.Freezer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/*
 * A builder fills a list and a map, and build freezes what it made.
 * Verdict: no finding; the product is shared by tasks that read it.
 */
public class BuilderFreezes {
    static final class Settings {
        private final Map<String, String> values = new HashMap<>();
        private final List<String> order = new ArrayList<>();

        Settings with(String key, String value) {
            values.put(key, value);
            order.add(key);
            return this;
        }

        String get(String key) {
            return values.get(key);
        }
    }

    void run(ExecutorService pool) {
        Settings draft = new Settings();
        draft.with("a", "1").with("b", "2");
        @Frozen Settings settings = Freezer.freeze(draft);
        pool.execute(() -> System.out.println(settings.get("a")));
        pool.execute(() -> System.out.println(settings.get("b")));
        System.out.println(settings.get("a"));
    }
}
