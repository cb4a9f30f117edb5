package spec.declared;

import dev.lungfish.annotation.InRegion;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/*
 * All legal forms.
 * Verdict: derived.
 */
public class InRegionOtherField {
    private static final Object GLOBAL = new Object();
    private final Object lock = new Object();
    private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
    @InRegion("lock") private int a;
    @InRegion("this.lock") private int b;
    @InRegion("GLOBAL") private static int c;
    @InRegion("InRegionOtherField.class") private static int d;
    @InRegion("rw") private int e;
    @InRegion("this") private int f;
    @InRegion("InRegionOtherField.GLOBAL") private static int g;
    void all() {
        synchronized (lock) { a++; b++; }
        synchronized (GLOBAL) { c++; g++; }
        synchronized (InRegionOtherField.class) { d++; }
        rw.writeLock().lock();
        try { e++; } finally { rw.writeLock().unlock(); }
        synchronized (this) { f++; }
    }
}
