package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;

/*
 * return, break and exceptions leave a synchronized block as its end does.
 * Verdict: derived.
 */
public class MonitorLeftEarly {
    private final Object lock = new Object();
    private @InRegion("lock") int x;
    private @InRegion("lock") List<StringBuilder> list = new ArrayList<>();
    private int a() {
        synchronized (lock) {
            return x;
        }
    }
    private int a2() {
        synchronized (lock) {
            if (x > 1) {
                throw new IllegalStateException();
            }
        }
        return 1;
    }
    void afterReturn() {
        a();
        x++; //! region.not.open
    }
    void afterThrowInHelper() {
        try {
            a2();
        } catch (IllegalStateException e) {
            x++; //! region.not.open
        }
    }
    void afterThrow() {
        try {
            synchronized (lock) {
                x++;
                if (x == 3) {
                    throw new IllegalStateException();
                }
            }
        } catch (IllegalStateException e) {
            x--; //! region.not.open
        }
    }
    void afterBreak() {
        for (int i = 0; i < 3; i++) {
            synchronized (lock) {
                x++;
                if (x == 3) {
                    break;
                }
            }
        }
        x++; //! region.not.open
    }
    void again() {
        for (int i = 0; i < 3; i++) {
            synchronized (lock) {
                if (x == 3) {
                    continue;
                }
                x++;
            }
            synchronized (lock) {
                x++;
            }
        }
    }
    boolean add(long more) {
        boolean before;
        synchronized (lock) {
            before = x > 3;
            x += more;
            x -= 1;
            return before && x <= 3;
        }
    }
    int finallyInside() {
        synchronized (lock) {
            try {
                return x;
            } finally {
                x++;
            }
        }
    }
    StringBuilder first() {
        synchronized (lock) {
            return list.get(0); //! region.escape
        }
    }
}
