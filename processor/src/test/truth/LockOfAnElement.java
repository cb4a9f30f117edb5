// truth: fine
import dev.lungfish.annotation.InRegion;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The lock has no name that stays: whether it is the right one is asked at each access, and it is. */
public class LockOfAnElement {
    static final class Account {
        private final ReentrantLock lock = new ReentrantLock();
        private @InRegion("lock") long balance;
        private @InRegion("this") int uses;
    }

    static void pay(Account[] accounts, int i, long amount) {
        accounts[i].lock.lock();
        try {
            accounts[i].balance += amount;
        } finally {
            accounts[i].lock.unlock();
        }
        synchronized (accounts[i]) {
            accounts[i].uses++;
        }
    }

    static void payUnder(Lock held, Account account) {
        held.lock();
        try {
            account.balance = 1;
        } finally {
            held.unlock();
        }
    }

    public static void main(String[] args) {
        Account[] accounts = {new Account(), new Account()};
        pay(accounts, 1, 10);
        payUnder(accounts[0].lock, accounts[0]);
    }
}
