// TillDrawer.java
import dev.lungfish.runtime.Acquired;
import dev.lungfish.runtime.Cown;

public class TillDrawer {
    static final class Till {
        int cents;
    }

    void pay(Cown<Till> till, int amount) {
        Acquired<Till> held = till.acquire();
        int before = held.get().cents;
        held.close();
        held.get().cents = before + amount;
    }
}
