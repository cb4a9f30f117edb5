package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Each task fills the builder of its own thread.
 * Verdict: no finding.
 */
public class ThreadLocalBuilderOfTask {
    private static final ThreadLocal<StringBuilder> TEXT = ThreadLocal.withInitial(StringBuilder::new);

    List<String> run(ExecutorService pool, List<String> names) throws Exception {
        List<Callable<String>> tasks = new ArrayList<>();
        for (String name : names) {
            tasks.add(() -> {
                StringBuilder text = TEXT.get();
                text.setLength(0);
                return text.append('<').append(name).append('>').toString();
            });
        }
        List<String> tags = new ArrayList<>();
        for (Future<String> tag : pool.invokeAll(tasks)) {
            tags.add(tag.get());
        }
        return tags;
    }
}
