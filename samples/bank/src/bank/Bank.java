package bank;

import dev.lungfish.runtime.Cown;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Hundreds of transfers between accounts, each of which lives in a cown. A transfer runs when it has both accounts; no order of locks has
 * to be agreed on, nothing can deadlock, and transfers that share no account run in parallel.
 */
public final class Bank {
    private static final int ACCOUNTS = 6;
    private static final int TRANSFERS = 600;
    private static final int START = 10_000;

    private Bank() {
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        List<Cown<Account>> accounts = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            String owner = "customer " + i;
            accounts.add(Cown.create(owner, () -> new Account(owner, START)));
        }

        List<CompletableFuture<Boolean>> transfers = new ArrayList<>();
        for (int i = 0; i < TRANSFERS; i++) {
            Cown<Account> from = accounts.get(i % ACCOUNTS);
            Cown<Account> to = accounts.get((i * 7 + 1) % ACCOUNTS);
            if (from != to) {
                transfers.add(transfer(from, to, 100 + i * 13 % 900));
            }
        }
        int done = 0;
        for (CompletableFuture<Boolean> transfer : transfers) {
            done += transfer.get() ? 1 : 0;
        }

        int total = 0;
        for (Cown<Account> account : accounts) {
            System.out.println(account.call(Account::statement));
            total += account.call(Account::cents);
        }
        System.out.println(done + " of " + transfers.size() + " transfers done, " + total + " cents in the bank");
    }

    private static CompletableFuture<Boolean> transfer(Cown<Account> from, Cown<Account> to, int amount) {
        return Cown.when(from, to).call((source, target) -> {
            boolean possible = source.withdraw(amount);
            if (possible) {
                target.deposit(amount);
            }
            return possible;
        });
    }
}
