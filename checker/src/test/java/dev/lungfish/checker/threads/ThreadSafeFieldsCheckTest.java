package dev.lungfish.checker.threads;

import dev.lungfish.checker.testing.MarkedSources;
import org.junit.jupiter.api.Test;

class ThreadSafeFieldsCheckTest {
    private static final String IMPORTS = """
            import dev.lungfish.annotation.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            import java.util.concurrent.locks.*;
            """;
    private static final String OTHERS = """
            // Others.java
            package net.jcip.annotations;
            public @interface ThreadSafe { }
            """;
    private static final String DENIED = """
            // Denied.java
            package net.jcip.annotations;
            public @interface NotThreadSafe { }
            """;

    private static void expect(String text) {
        MarkedSources.expectMarks((program, sink) -> {
            Checked checked = Checked.of(program);
            new ThreadSafeFieldsCheck(checked.reach(), checked.verdicts()).check(program, sink);
        }, "// T.java\n" + IMPORTS + text, OTHERS.replace("// Others.java", "// net/ThreadSafe.java"), DENIED.replace("// Denied.java", "// net/NotThreadSafe.java"));
    }

    @Test
    void protectedFields_areQuiet() {
        expect("""
                @ThreadSafe final class T<E> {
                    private final String name = "";
                    private final List<String> names;
                    private final AtomicInteger count = new AtomicInteger();
                    private final Map<String, String> map = new ConcurrentHashMap<>();
                    private volatile String last = "";
                    private final Object lock = new Object();
                    private @InRegion("lock") int guarded;
                    private final ReentrantReadWriteLock readWrite = new ReentrantReadWriteLock();
                    private final @InRegion("readWrite") List<String> list = new ArrayList<>();
                    private String onlyInConstructor;
                    private volatile List<String> snapshot = List.of();
                    private final List<String> shell = Collections.synchronizedList(new ArrayList<>());
                    private final Set<String> keys = ConcurrentHashMap.newKeySet();
                    private int underThis;
                    private final List<String> underLock = new ArrayList<>();
                    private static int statics;
                    T(List<String> names) { this.names = List.copyOf(names); onlyInConstructor = name; underThis = 1; }
                    synchronized void add() { underThis++; helper(); }
                    private void helper() { underThis--; }
                    int get() { synchronized (this) { return underThis; } }
                    void put(String s) { synchronized (lock) { underLock.add(s); } }
                    void replace(List<String> all) { snapshot = List.copyOf(all); shell.add(""); keys.add(""); }
                    String show() { return onlyInConstructor; }
                }
                """);
    }

    @Test
    void unprotectedFields_areReportedOneByOne() {
        expect("""
                @ThreadSafe class T {
                    int plain; //! threadsafe.unprotected
                    protected long counter; //! threadsafe.unprotected
                    private final List<String> list = new ArrayList<>(); //! threadsafe.unprotected
                    private final int[] cells = new int[3]; //! threadsafe.unprotected
                    private volatile StringBuilder text = new StringBuilder(); //! threadsafe.unprotected
                    private final Object a = new Object();
                    private final Object b = new Object();
                    private int twoLocks; //! threadsafe.unprotected
                    private int sometimes; //! threadsafe.unprotected
                    private int otherObject; //! threadsafe.unprotected
                    void one() { synchronized (a) { twoLocks++; } }
                    void two() { synchronized (b) { twoLocks++; } }
                    synchronized void set() { sometimes = 1; }
                    int get() { return sometimes; }
                    synchronized void copy(T other) { otherObject = other.otherObject; }
                    void set(int v) { plain = v; counter = v; list.add(""); cells[0] = v; }
                }
                """);
    }

    @Test
    void trustedAndDenied_areNotChecked_otherFamiliesAre() {
        expect("""
                class T {
                    @ThreadSafe(trusted = "lock-free, proved on paper") static class Trusted { int x; void set() { x = 1; } }
                    @net.jcip.annotations.ThreadSafe static class Jcip { int x; void set() { x = 1; } } //! threadsafe.unprotected
                    @net.jcip.annotations.NotThreadSafe static class Denied { int x; void set() { x = 1; } }
                    static class Plain { int x; void set() { x = 1; } }
                }
                """);
    }

    @Test
    void subclassesOfThreadSafeClasses_keepThePromise() {
        expect("""
                class T {
                    @ThreadSafe interface Service { void serve(); }
                    @ThreadSafe static class Base { private final AtomicLong n = new AtomicLong(); }
                    static class Derived extends Base { int x; void set() { x = 1; } } //! threadsafe.unprotected
                    static class Impl implements Service { int x; public void serve() { x++; } } //! threadsafe.unprotected
                    static class Good implements Service { final String x = ""; public void serve() { } }
                    @net.jcip.annotations.ThreadSafe static class Other { }
                    static class OtherDerived extends Other { int x; void set() { x = 1; } }
                }
                """);
    }

    @Test
    void locksOfAllKinds_guardByEveryAccess() {
        expect("""
                @ThreadSafe class T {
                    private final ReentrantReadWriteLock rw = new ReentrantReadWriteLock();
                    private final Lock r = rw.readLock();
                    private final Lock w = rw.writeLock();
                    private final StampedLock stamped = new StampedLock();
                    private final ReentrantLock lock = new ReentrantLock();
                    private final List<String> list = new ArrayList<>();
                    private final List<String> itself = new ArrayList<>();
                    private long x;
                    private int tried;
                    private int releasedTooEarly; //! threadsafe.unprotected
                    void add(String s) { w.lock(); try { list.add(s); } finally { w.unlock(); } }
                    int size() { rw.readLock().lock(); try { return list.size(); } finally { rw.readLock().unlock(); } }
                    void move(long d) { long s = stamped.writeLock(); try { x += d; } finally { stamped.unlockWrite(s); } }
                    long where() {
                        long s = stamped.tryOptimisticRead();
                        long v = x;
                        if (!stamped.validate(s)) {
                            s = stamped.readLock();
                            try { v = x; } finally { stamped.unlockRead(s); }
                        }
                        return v;
                    }
                    void put(String s) { synchronized (itself) { itself.add(s); } }
                    int tried() { if (lock.tryLock()) { try { return tried++; } finally { lock.unlock(); } } return 0; }
                    void early() { lock.lock(); try { } finally { lock.unlock(); } releasedTooEarly++; }
                    void earlyView() { rw.writeLock().lock(); rw.writeLock().unlock(); releasedTooEarly++; }
                }
                """);
    }

    @Test
    void contentOfUnknownImplementation_isAWarning() {
        expect("""
                @ThreadSafe class T {
                    interface Store { void save(String s); }
                    private final Store store; //w threadsafe.unprotected
                    T(Store store) { this.store = store; }
                }
                """);
    }

    @Test
    void recordsAndEnums() {
        expect("""
                class T {
                    @ThreadSafe record Point(int x, String y) { }
                    @ThreadSafe record Bag(List<String> items) { } //w threadsafe.unprotected
                    @ThreadSafe enum Mode { A; private int uses; void use() { uses++; } } //! threadsafe.unprotected
                }
                """);
    }
}
