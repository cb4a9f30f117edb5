import dev.lungfish.annotation.InRegion;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The lock that is held is one of its kind, and nobody knows which: a check can tell. One that is no such lock, or is held no more, cannot be it. */
public class LockWithoutAName {
    static final class Account {
        final ReentrantLock lock = new ReentrantLock();
        @InRegion("lock") long balance;
        @InRegion("this") int uses;
        @InRegion("lock") List<String> notes;
    }

    private final Object[] stripes = new Object[8];

    void ofAnElement(Account[] accounts, int i) {
        accounts[i].lock.lock();
        try {
            accounts[i].balance++; //? residual.check
            List<String> notes = accounts[i].notes; //? residual.check
            notes.add("paid");
        } finally {
            accounts[i].lock.unlock();
        }
        accounts[i].balance++; //! region.not.open
    }

    void monitorOfAnElement(Account[] accounts, int i) {
        synchronized (accounts[i]) {
            accounts[i].uses++; //? residual.check
        }
        accounts[i].uses++; //! region.not.open
    }

    void ofTheCaller(Lock held, Account account) {
        held.lock();
        try {
            account.balance++; //? residual.check
        } finally {
            held.unlock();
        }
    }

    void aStripeIsNoMonitorOfAnAccount(Account account, int i) {
        synchronized (stripes[i]) {
            account.uses++; //! region.not.open
        }
    }

    void anotherAccount(Account[] accounts, int i, Account other) {
        synchronized (other) {
            accounts[i].uses++; //! region.not.open
        }
    }

    void underItsOwnName(Account account) {
        account.lock.lock();
        try {
            account.balance++;
        } finally {
            account.lock.unlock();
        }
    }
}
