package parcels;

import dev.lungfish.annotation.InRegion;
import dev.lungfish.annotation.ThreadSafe;
import java.util.Map;
import java.util.TreeMap;

/** Money and parcels by city, guarded by the monitor of the accounts. */
@ThreadSafe
public final class Accounts {
    private final @InRegion("this") Map<String, Integer> centsByCity = new TreeMap<>();
    private @InRegion("this") int delivered;

    public synchronized void book(Receipt receipt) {
        centsByCity.merge(receipt.city(), receipt.cents(), Integer::sum);
        delivered += receipt.parcels();
    }

    public synchronized Map<String, Integer> centsByCity() {
        return centsByCity; //! region.escape
    }

    public synchronized int delivered() {
        return delivered;
    }
}
