package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;

/*
 * The lambda runs later, without the lock.
 * Verdict: derived.
 */
public class LambdaLater {
    private final @InRegion("this") List<String> names = new ArrayList<>();
    synchronized Runnable clearer() {
        return () -> names.clear(); //! region.not.open|region.escape
    }
}
