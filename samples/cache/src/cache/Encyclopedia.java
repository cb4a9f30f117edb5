package cache;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.annotation.ThreadSafe;
import dev.lungfish.runtime.Freezer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Articles that are loaded once and then shared by all readers, without a lock and without copies. */
@ThreadSafe
final class Encyclopedia {
    private final ConcurrentMap<String, @Frozen Article> articles = new ConcurrentHashMap<>();
    private final AtomicInteger loads = new AtomicInteger();

    @Frozen Article lookUp(String title) {
        return articles.computeIfAbsent(title, this::load);
    }

    int loads() {
        return loads.get();
    }

    private @Frozen Article load(String title) {
        loads.incrementAndGet();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < title.length(); i++) {
            words.add(title.substring(i));
        }
        return Freezer.freeze(new Article(title, words));
    }
}
