package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;

/*
 * The list of a subtask is read before the scope is joined.
 * Verdict: the subtask may still fill it.
 */
public class ScopeUsedBeforeJoin {
    int run() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        try (var scope = StructuredTaskScope.open()) {
            scope.fork(() -> lines.add("a")); //~
            int early = lines.size(); //! use.after.move
            scope.join();
            return early + lines.size();
        }
    }
}
