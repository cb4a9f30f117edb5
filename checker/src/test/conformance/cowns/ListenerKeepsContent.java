package spec.cowns;

import dev.lungfish.runtime.Cown;

import spec.support.Account;

/*
 * The body of run stores the content of the cown in a field.
 * Verdict: the content is used later without the cown.
 */
public class ListenerKeepsContent {
    private final Cown<Account> cown = Cown.create("account", () -> new Account(1));
    private Account last;

    void remember() {
        cown.run(account -> last = account); //! region.escape
    }

    int balance() {
        return last == null ? 0 : last.balance; //| region.escape
    }
}
