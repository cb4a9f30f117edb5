package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;

/*
 * Two subtasks make their parts; patterns take the outcomes apart.
 * Verdict: no finding; results are fresh, and join came first.
 */
public class ScopeWithPatterns {
    sealed interface Part permits Head, Body {}
    record Head(String title) implements Part {}
    record Body(List<String> lines) implements Part {}

    int run() throws InterruptedException {
        try (var scope = StructuredTaskScope.<Part>open()) {
            var head = scope.fork(() -> new Head("t"));
            var body = scope.fork(() -> new Body(new ArrayList<>(List.of("a"))));
            scope.join();
            return size(head.get()) + size(body.get());
        }
    }

    private static int size(Part part) {
        return switch (part) {
            case Head(String title) -> title.length();
            case Body(List<String> lines) -> {
                lines.add("end");
                yield lines.size();
            }
        };
    }
}
