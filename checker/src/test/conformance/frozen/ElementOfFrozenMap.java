package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.Map;
import spec.support.Account;

/*
 * Values in a frozen map are frozen.
 * Verdict: derived.
 */
public class ElementOfFrozenMap {
    void book(@Frozen Map<String, Account> accounts) {
        accounts.get("a").deposit(3); //! frozen.write
    }
    void bookAll(@Frozen Map<String, Account> accounts) {
        accounts.values().forEach(a -> a.deposit(1)); //! frozen.write
    }
    int sum(@Frozen Map<String, Account> accounts) {
        return accounts.values().stream().mapToInt(a -> a.balance).sum();
    }
}
