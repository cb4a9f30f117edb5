package spec.cowns;

import dev.lungfish.runtime.Cown;
import java.util.concurrent.ExecutorService;
import spec.support.Account;

/*
 * A record of a name and a cown may go everywhere.
 * Verdict: derived.
 */
public class CownInRecord {
    record Player(String name, Cown<Account> purse) {}
    void pay(ExecutorService pool, Player player, int amount) {
        pool.execute(() -> player.purse().run(p -> p.deposit(amount)));
        player.purse().run(p -> p.withdraw(1));
        System.out.println(player.name());
    }
}
