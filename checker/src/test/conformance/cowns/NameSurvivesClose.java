package spec.cowns;

import dev.lungfish.runtime.Acquired;
import dev.lungfish.runtime.Cown;
import spec.support.Account;

/*
 * The content's name is used after the try block.
 * Verdict: derived.
 */
public class NameSurvivesClose {
    int run(Cown<Account> cown) {
        Account account;
        try (Acquired<Account> held = cown.acquire()) {
            account = held.get();
            account.deposit(1);
        }
        return account.balance; //! region.escape|cown.not.acquired
    }
}
