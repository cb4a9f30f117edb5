package spec.cowns;

import dev.lungfish.runtime.Cown;

import java.util.concurrent.CompletableFuture;

import spec.support.Account;

/*
 * Two accounts in cowns, and a transfer that holds both.
 * Verdict: no finding; the result is a number.
 */
public class TransferByWhen {
    private final Cown<Account> left = Cown.create("left", () -> new Account(100));
    private final Cown<Account> right = Cown.create("right", () -> new Account(0));

    CompletableFuture<Integer> transfer(int amount) {
        return Cown.when(left, right).call((from, to) -> {
            from.withdraw(amount);
            to.deposit(amount);
            return to.balance;
        });
    }
}
