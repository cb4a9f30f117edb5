package spec.cowns;

import dev.lungfish.runtime.Cown;
import java.util.ArrayList;
import java.util.List;

/*
 * A lambda over a local list stored in the content.
 * Verdict: derived.
 */
public class LambdaStoredInContent {
    static class Hooks { final List<Runnable> all = new ArrayList<>(); }
    void run(Cown<Hooks> cown) {
        List<String> log = new ArrayList<>();
        cown.run(h -> h.all.add(() -> log.add("x"))); //~
        log.add("y"); //! region.escape|use.after.move
    }
}
