package peers;

import net.jcip.annotations.GuardedBy;

/** The lock of this account does not guard the other one. */
class OtherInstance {
    @GuardedBy("this") private int balance;

    synchronized void transfer(OtherInstance other, int amount) {
        balance -= amount;
        other.balance += amount; // race
    }
}
