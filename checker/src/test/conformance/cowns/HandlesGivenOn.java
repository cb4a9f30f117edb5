package spec.cowns;

import dev.lungfish.runtime.Acquired;
import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Cown;
import dev.lungfish.runtime.Region;
import spec.support.Account;
import spec.support.Book;

/*
 * Handles of acquired cowns and borrows are given to helpers and functions while they are open.
 * Verdict: derived.
 */
public class HandlesGivenOn {
    private static int balance(Acquired<Account> held) { return held.get().balance; }
    private static int pages(Borrow<Book> borrow) { return borrow.get().pages; }
    private static Acquired<Account> open(Cown<Account> cown) { return cown.acquire(); }
    int sum(Cown<Account> cown, Region<Book> region) {
        try (Acquired<Account> held = cown.acquire(); Borrow<Book> book = region.borrow()) {
            return balance(held) + pages(book);
        }
    }
    int tried(Cown<Account> cown) throws InterruptedException {
        return cown.tryAcquire(java.time.Duration.ofMillis(1)).map(held -> {
            try (held) {
                return held.get().balance;
            }
        }).orElse(0);
    }
    Account leaks(Cown<Account> cown) {
        try (Acquired<Account> held = open(cown)) {
            return held.get(); //! region.escape
        }
    }
    int tooLate(Cown<Account> cown) {
        Acquired<Account> held = open(cown);
        held.close();
        return held.get().balance; //! cown.not.acquired
    }
}
