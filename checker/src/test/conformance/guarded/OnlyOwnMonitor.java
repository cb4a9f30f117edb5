package spec.guarded;

import dev.lungfish.annotation.InRegion;

/*
 * Only the own monitor is held for the transfer.
 * Verdict: derived.
 */
public class OnlyOwnMonitor {
    private @InRegion("this") int balance;
    synchronized void transfer(OnlyOwnMonitor other, int amount) {
        balance -= amount;
        other.balance += amount; //! region.not.open
    }
}
