package bank;

/** A bank account. Nothing in here is synchronized: whoever holds the cown is alone with it. */
final class Account {
    private final String owner;
    private int cents;
    private int refused;

    Account(String owner, int cents) {
        this.owner = owner;
        this.cents = cents;
    }

    boolean withdraw(int amount) {
        if (amount > cents) {
            refused++;
            return false;
        }
        cents -= amount;
        return true;
    }

    void deposit(int amount) {
        cents += amount;
    }

    int cents() {
        return cents;
    }

    String statement() {
        return owner + " has " + cents + " cents" + (refused > 0 ? ", " + refused + " transfers refused" : "");
    }
}
