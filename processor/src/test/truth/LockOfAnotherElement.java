// truth: residual.check region.not.open
import dev.lungfish.annotation.InRegion;
import java.util.concurrent.locks.ReentrantLock;

/** The index has changed between the lock and the access. */
public class LockOfAnotherElement {
    static final class Account {
        private final ReentrantLock lock = new ReentrantLock();
        private @InRegion("lock") long balance;
    }

    static void pay(Account[] accounts, int i, long amount) {
        int locked = i;
        accounts[locked].lock.lock();
        try {
            i++;
            accounts[i].balance = amount; // here
        } finally {
            accounts[locked].lock.unlock();
        }
    }

    public static void main(String[] args) {
        pay(new Account[] {new Account(), new Account()}, 0, 10);
    }
}
