package spec.cowns;

import dev.lungfish.runtime.Acquired;
import dev.lungfish.runtime.Cown;
import java.util.Optional;
import spec.support.Account;

/*
 * The absent branch touches nothing.
 * Verdict: derived.
 */
public class TryAcquireAbsent {
    boolean run(Cown<Account> cown) throws InterruptedException {
        Optional<Acquired<Account>> got = cown.tryAcquire(java.time.Duration.ofMillis(10));
        if (got.isEmpty()) {
            return false;
        }
        try (Acquired<Account> held = got.get()) {
            held.get().deposit(1);
        }
        return true;
    }
}
