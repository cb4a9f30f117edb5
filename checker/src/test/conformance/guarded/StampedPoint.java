package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.concurrent.locks.StampedLock;

/*
 * The optimistic read of the class documentation.
 * Verdict: derived.
 */
public class StampedPoint {
    private final StampedLock sl = new StampedLock();
    @InRegion("sl") private double x, y;
    void move(double dx, double dy) {
        long stamp = sl.writeLock();
        try { x += dx; y += dy; } finally { sl.unlockWrite(stamp); }
    }
    double distance() {
        long stamp = sl.tryOptimisticRead();
        double cx = x, cy = y;
        if (!sl.validate(stamp)) {
            stamp = sl.readLock();
            try { cx = x; cy = y; } finally { sl.unlockRead(stamp); }
        }
        return Math.sqrt(cx * cx + cy * cy);
    }
    void wrong() {
        long stamp = sl.readLock();
        try {
            x = 0; //! region.not.open
        } finally { sl.unlockRead(stamp); }
    }
}
