package spec.cowns;

import dev.lungfish.runtime.PinnedCown;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/*
 * The content of a pinned cown as result.
 * Verdict: derived.
 */
public class PinnedLeaks {
    private final PinnedCown<List<String>> lines = PinnedCown.create("lines", javax.swing.SwingUtilities::invokeLater, ArrayList::new);
    CompletableFuture<List<String>> all() {
        return lines.call(all -> all); //! region.escape
    }
}
