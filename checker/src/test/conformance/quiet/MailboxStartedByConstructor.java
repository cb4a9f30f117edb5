package spec.quiet;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/*
 * An actor that starts its only thread at the end of its constructor.
 * Verdict: no finding; the map belongs to that thread.
 */
public class MailboxStartedByConstructor {
    sealed interface Message permits Deposit, Query {}
    record Deposit(String account, long cents) implements Message {}
    record Query(String account, CompletableFuture<Long> reply) implements Message {}

    private final BlockingQueue<Message> mailbox = new LinkedBlockingQueue<>();
    private final Map<String, Long> balances = new HashMap<>();

    MailboxStartedByConstructor() {
        new Thread(this::loop, "ledger").start();
    }

    public void tell(Message message) {
        mailbox.add(message);
    }

    public CompletableFuture<Long> ask(String account) {
        CompletableFuture<Long> reply = new CompletableFuture<>();
        mailbox.add(new Query(account, reply));
        return reply;
    }

    private void loop() {
        try {
            while (true) {
                Message message = mailbox.take();
                if (message instanceof Deposit deposit) {
                    balances.merge(deposit.account(), deposit.cents(), Long::sum);
                } else if (message instanceof Query query) {
                    query.reply().complete(balances.getOrDefault(query.account(), 0L));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
