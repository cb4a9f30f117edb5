package spec.cowns;

import dev.lungfish.runtime.Cown;
import dev.lungfish.runtime.Region;
import spec.support.Account;

/*
 * The builder keeps a name of what it put into the cown.
 * Verdict: derived.
 */
public class CownOfLocalContent {
    Cown<Account> run() {
        Account account = new Account(10);
        Cown<Account> cown = Cown.of(Region.of("account", account)); //~
        account.deposit(1); //! use.after.move
        return cown;
    }
}
