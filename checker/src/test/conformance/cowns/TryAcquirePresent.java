package spec.cowns;

import dev.lungfish.runtime.Acquired;
import dev.lungfish.runtime.Cown;
import java.time.Duration;
import java.util.Optional;
import spec.support.Account;

/*
 * The content is used if the cown was free in time.
 * Verdict: derived.
 */
public class TryAcquirePresent {
    int level(Cown<Account> cown) throws InterruptedException {
        Optional<Acquired<Account>> maybe = cown.tryAcquire(Duration.ofSeconds(1));
        if (maybe.isPresent()) {
            try (Acquired<Account> held = maybe.get()) {
                return held.get().balance;
            }
        }
        return -1;
    }
}
