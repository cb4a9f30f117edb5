package spec.cowns;

import dev.lungfish.runtime.Acquired;
import dev.lungfish.runtime.Cown;
import spec.support.Account;

/*
 * The acquired handle is returned with the cown still held: the caller closes it.
 * Verdict: derived.
 */
public class AcquiredLeaves {
    int run(Cown<Account> cown) {
        Acquired<Account> held = open(cown);
        try {
            return held.get().balance;
        } finally {
            held.close();
        }
    }
    private static Acquired<Account> open(Cown<Account> cown) {
        return cown.acquire();
    }
}
