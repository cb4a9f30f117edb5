package spec.cowns;

import dev.lungfish.runtime.Cown;
import spec.support.Account;

/*
 * One cown's content becomes part of another's.
 * Verdict: derived.
 */
public class WhenCrossesContents {
    void mix(Cown<Account> from, Cown<Account> to) {
        Cown.when(from, to).run((a, b) -> {
            b.lastOrder = a.lastOrder; //! region.cross.reference
        });
    }
}
