package spec.cowns;

import dev.lungfish.runtime.Cown;
import java.util.concurrent.CompletableFuture;
import spec.support.Account;

/*
 * Three cowns together; only numbers are passed.
 * Verdict: derived.
 */
public class WhenOnThree {
    CompletableFuture<Void> settle(Cown<Account> a, Cown<Account> b, Cown<Account> bank) {
        return Cown.when(a, b, bank).run((x, y, z) -> {
            int fee = (x.balance + y.balance) / 100;
            x.withdraw(fee);
            y.withdraw(fee);
            z.deposit(2 * fee);
        });
    }
}
