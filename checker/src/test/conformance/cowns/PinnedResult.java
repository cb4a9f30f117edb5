package spec.cowns;

import dev.lungfish.runtime.PinnedCown;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/*
 * Work sent to the home thread of a pinned cown.
 * Verdict: derived.
 */
public class PinnedResult {
    private final PinnedCown<List<String>> lines = PinnedCown.create("lines", javax.swing.SwingUtilities::invokeLater, ArrayList::new);
    CompletableFuture<Integer> add(String line) {
        return lines.call(all -> { all.add(line); return all.size(); });
    }
}
