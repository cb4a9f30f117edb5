package spec.cowns;

import dev.lungfish.runtime.Cown;
import spec.support.Account;

/*
 * The result of a behaviour is a number; the next behaviour starts after it.
 * Verdict: derived.
 */
public class WhenChain {
    void run(Cown<Account> from, Cown<Account> to) {
        Cown.when(from).call(a -> {
            int all = a.balance;
            a.balance = 0;
            return all;
        }).thenAccept(n -> Cown.when(to).run(b -> b.deposit(n)));
    }
}
