package spec.racy;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/*
 * An actor whose balances are also read from outside, past the mailbox.
 * Verdict: the thread writes the map that total() reads without any lock.
 */
public class LedgerMailboxPeeked {
    record Deposit(String account, long cents) {}

    private final BlockingQueue<Deposit> mailbox = new LinkedBlockingQueue<>();
    private final Map<String, Long> balances = new HashMap<>();

    void start() {
        Thread thread = new Thread(this::loop, "ledger");
        thread.start(); //! move.not.owned
    }

    public void tell(Deposit deposit) {
        mailbox.add(deposit);
    }

    public long total() {
        long sum = 0;
        for (long cents : balances.values()) { //| move.not.owned
            sum += cents;
        }
        return sum;
    }

    private void loop() {
        try {
            while (true) {
                Deposit deposit = mailbox.take();
                balances.merge(deposit.account(), deposit.cents(), Long::sum);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
