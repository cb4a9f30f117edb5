package dev.lungfish.checker.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.rule.Level;
import dev.lungfish.checker.testing.MarkedSources;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForgottenLockCheckTest {
    private static final String IMPORTS = """
            import dev.lungfish.annotation.*;
            import java.util.*;
            import java.util.concurrent.locks.*;
            """;

    private static List<Finding> expect(boolean strict, String text) {
        return MarkedSources.expectMarks((program, sink) -> {
            Checked checked = Checked.of(program);
            new ForgottenLockCheck(checked.reach(), checked.verdicts(), strict).check(program, sink);
        }, "// T.java\n" + IMPORTS + text);
    }

    private static void expect(String text) {
        expect(false, text);
    }

    private static final String ONE_READ = """
            class T {
                private final Object lock = new Object();
                private int count;
                void add() { synchronized (lock) { count++; } }
                int count() { return count; } //w region.not.open
            }
            """;

    @Test
    void aProposal_isANoteThatNamesFieldLockAndAnnotation() {
        Finding note = expect(false, ONE_READ).get(0);
        assertEquals(Level.NOTE, note.level());
        assertEquals("'count' is read here without 'lock', which every write of it holds", note.headline());
        assertEquals("'count' is written here while 'lock' is held", note.related().get(0).text());
        assertEquals("if 'lock' guards 'count', hold it here too and say so: @InRegion(\"lock\") on 'count'; if only the latest value matters, volatile will do", note.help());
    }

    @Test
    void inStrictCode_itIsAWarning() {
        assertEquals(Level.WARNING, expect(true, ONE_READ).get(0).level());
        assertEquals(Level.WARNING, expect(false, ONE_READ.replace("class T", "@RegionAware class T")).get(0).level());
    }

    @Test
    void aLockThatIsTheFieldItself_isProposedAsItself() {
        Finding note = expect(false, """
                class T {
                    private final List<String> names = new ArrayList<>();
                    void add(String s) { synchronized (names) { names.add(s); } }
                    int size() { return names.size(); } //w region.not.open
                }
                """).get(0);
        assertEquals("if 'names' owns it, hold it here too and say so: @InRegion(\"itself\") on 'names'", note.help());
    }

    @Test
    void askedOnceMoreUnderTheLock_isAWarningUnlessVolatile() {
        List<Finding> found = expect(false, """
                class T {
                    private List<String> names;
                    private volatile List<String> safe;
                    List<String> names() {
                        if (names == null) { //w region.not.open
                            synchronized (this) {
                                if (names == null) { names = new ArrayList<>(); }
                            }
                        }
                        return names;
                    }
                    List<String> safe() {
                        if (safe == null) {
                            synchronized (this) {
                                if (safe == null) { safe = List.of(); }
                            }
                        }
                        return safe;
                    }
                }
                """);
        assertEquals(Level.WARNING, found.get(0).level());
    }

    @Test
    void helpers_holdWhatAllTheirCallersHold_ofTheirOwnObject() {
        expect("""
                class T {
                    private int count;
                    private int other;
                    private int open;
                    synchronized void add() { count++; other++; open++; ofCallers(); again(3); }
                    void ofCallers() { if (count > 3) { System.out.println(count); } }
                    private int again(int n) { return n == 0 ? count : again(n - 1); }
                    synchronized void give(T to) { to.ofOther(); }
                    private void ofOther() { System.out.println(other); } //w region.not.open
                    public synchronized void callOpen() { everybody(); }
                    public void everybody() { System.out.println(open); } //w region.not.open
                }
                """.replace("class T", "public class T"));
    }

    @Test
    void helpersThatLock_andLockOfASuperclass_areSeen() {
        expect("""
                class T {
                    private final ReentrantLock lock = new ReentrantLock();
                    private int count;
                    private void enter() { lock.lock(); }
                    private void leave() { lock.unlock(); }
                    void add() { enter(); try { count++; } finally { leave(); } }
                    int count() { enter(); try { return count; } finally { leave(); } }
                    int late() { enter(); try { } finally { leave(); } return count; } //w region.not.open
                }
                class Segment extends ReentrantLock {
                    private int size;
                    void add() { lock(); try { size++; } finally { unlock(); } }
                    int size() { lock(); try { return size; } finally { unlock(); } }
                    boolean isEmpty() { return size == 0; } //w region.not.open
                }
                """);
    }

    @Test
    void theLockOfAnOwner_isNoNameInAClassWithoutOne() {
        expect("""
                class T {
                    private final Object lock = new Object();
                    private Batch open = new Batch();
                    void add() { synchronized (lock) { open.add(); } }
                    int send() {
                        Batch full;
                        synchronized (lock) { full = open; open = new Batch(); }
                        return full.size();
                    }
                    private static final class Batch {
                        private int size;
                        void add() { size++; }
                        int size() { return size; }
                    }
                }
                """);
    }

    @Test
    void thatIsNotShared_needsNoLock() {
        expect("""
                class T {
                    private int count;
                    T() { init(); }
                    private void init() { if (count == 0) { add(); } }
                    synchronized void add() { count++; }
                    void twice() { add(); add(); }
                    static T make() { T t = new T(); System.out.println(t.count); t.show(); return t; }
                    private void show() { System.out.println(count); }
                    static int of(T given) { return given.count; } //w region.not.open
                }
                """);
    }

    @Test
    void whereEveryThreadIsSeen_onlyThoseThatMeetCount() {
        expect("""
                class T {
                    private int alone;
                    private int set;
                    private int result;
                    private int shared;
                    synchronized void alone() { alone++; }
                    synchronized void set(int n) { set = n; }
                    synchronized void result() { result++; }
                    synchronized void share() { shared++; }
                    public static void main(String[] args) throws InterruptedException {
                        T t = new T();
                        t.alone();
                        System.out.println(t.alone);
                        t.set(1);
                        Thread thread = new Thread(() -> { t.result(); t.share(); System.out.println(t.set); });
                        thread.start();
                        System.out.println(t.shared); //w region.not.open
                        thread.join();
                        System.out.println(t.result);
                    }
                }
                """.replace("T t = new T();", "T t = args.length > 0 ? new T() : of();").replace("    public static", "    private static T of() { return new T(); }\n    public static"));
    }

    @Test
    void aThreadThatIsTheOnlyWriter_mayReadItsOwn() {
        expect("""
                class T extends Thread {
                    private int done;
                    @Override public void run() { while (done < 10) { step(); } }
                    private synchronized void step() { done++; }
                    static void start(int n) { for (int i = 0; i < n; i++) { new T().start(); } }
                }
                """);
    }

    @Test
    void aVolatileThatIsSetAfterwards_publishes() {
        expect("""
                class T {
                    private volatile boolean isSet;
                    private int early;
                    private int late;
                    synchronized void set() { early = 1; isSet = true; late = 2; }
                    int early() { return isSet ? early : 0; }
                    int late() { return isSet ? late : 0; } //w region.not.open
                    private volatile boolean isDone;
                    private int result;
                    private synchronized void compute() { result = 3; }
                    void run() { compute(); isDone = true; }
                    int result() { return isDone ? result : 0; }
                    private int shown;
                    private synchronized void show() { shown = 3; }
                    void showAll() { show(); }
                    String text() { return isDone + ":" + shown; } //w region.not.open
                }
                """);
    }

    @Test
    void annotatedOrConfinedOrPromised_isOthersBusiness() {
        expect("""
                class T {
                    private @InRegion("this") int guarded;
                    private volatile int published;
                    synchronized void add() { guarded++; published = guarded; }
                    int get() { return guarded + published; }
                }
                @ThreadSafe class Safe {
                    private int count;
                    synchronized void add() { count++; }
                    int count() { return count; }
                }
                class Unlocked {
                    private int count;
                    synchronized void add() { count++; }
                    void reset() { count = 0; }
                    int count() { return count; }
                }
                """);
    }
}
