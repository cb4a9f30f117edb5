package spec.frozen;

import dev.lungfish.runtime.Freezer;
import java.util.ArrayList;
import java.util.List;
import spec.support.Outbox;

/*
 * What was sent cannot be frozen any more.
 * Verdict: derived.
 */
public class FreezeAfterSend {
    void run(Outbox outbox) {
        List<String> names = new ArrayList<>();
        outbox.send(names); //~
        Freezer.freeze(names); //! use.after.move
    }
}
