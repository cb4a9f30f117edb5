package spec.quiet;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import java.util.stream.*;

/*
 * What tasks touch of a local while they hold one lock, and everybody else, too, is no race; all of this is right.
 * Verdict: derived.
 */
public class LocalsUnderOneLock {
    void okOwnMonitor(ExecutorService pool) {
        List<Integer> l = new ArrayList<>();
        for (int i = 0; i < 3; i++) { pool.execute(() -> { synchronized (l) { l.add(1); } }); }
        synchronized (l) { System.out.println(l.size()); }
    }

    void okLock(ExecutorService pool) {
        List<Integer> l = new ArrayList<>(); Lock lock = new ReentrantLock();
        for (int i = 0; i < 3; i++) { pool.submit(() -> { lock.lock(); try { l.add(1); } finally { lock.unlock(); } }); }
        lock.lock(); try { l.add(2); } finally { lock.unlock(); }
    }

    void okParallel() {
        List<Integer> l = new ArrayList<>(); IntStream.range(0, 9).parallel().forEach(i -> { synchronized (l) { l.add(i); } });
    }

    void okThreads() throws Exception {
        Map<String,Integer> m = new HashMap<>(); Object lock = new Object();
        Thread a = new Thread(() -> { synchronized (lock) { m.put("a", 1); } }); Thread b = new Thread(() -> { synchronized (lock) { m.put("b", 1); } });
        a.start(); b.start(); a.join(); b.join(); System.out.println(m);
    }

    void okField(ExecutorService pool) {
        List<Integer> l = new ArrayList<>();
        pool.execute(() -> { synchronized (this) { l.add(1); } });
        synchronized (this) { l.add(2); }
    }

    private final Object lock = new Object();
    private List<Integer> kept;

    void help(List<Integer> l) {
        l.add(3);
    }

    void okHelper(ExecutorService pool) {
        List<Integer> l = new ArrayList<>();
        pool.execute(() -> { synchronized (lock) { help(l); } });
        synchronized (lock) { help(l); }
    }

    synchronized void locked(List<Integer> l) {
        l.add(3);
    }

    void okWait(ExecutorService pool) throws Exception {
        List<Integer> l = new ArrayList<>();
        pool.execute(() -> { synchronized (l) { l.add(1); l.notifyAll(); } });
        synchronized (l) { while (l.isEmpty()) l.wait(); System.out.println(l.get(0)); }
    }
}
