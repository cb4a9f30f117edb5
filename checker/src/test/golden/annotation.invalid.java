// SeatPlan.java
import dev.lungfish.annotation.InRegion;

public class SeatPlan {
    private Object lock = new Object();
    private @InRegion("lock") int free = 100;

    void reset() {
        lock = new Object();
    }

    void book() {
        synchronized (lock) {
            free--;
        }
    }
}
