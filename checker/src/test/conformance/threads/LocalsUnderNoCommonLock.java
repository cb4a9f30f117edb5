package spec.threads;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import java.util.stream.*;

/*
 * What tasks touch of a local while they hold one lock, and everybody else, too, is no race; here the lock is another one, or not held everywhere.
 * Verdict: derived.
 */
public class LocalsUnderNoCommonLock {
    void badOutside(ExecutorService pool) {
        List<Integer> l = new ArrayList<>();
        pool.execute(() -> { synchronized (l) { l.add(1); } });
        l.add(2); //! use.after.move
    }

    void badOtherLock(ExecutorService pool) {
        List<Integer> l = new ArrayList<>(); Object a = new Object(); Object b = new Object();
        pool.execute(() -> { synchronized (a) { l.add(1); } });
        synchronized (b) { l.add(2); } //! use.after.move
    }

    void badLockPerRound(ExecutorService pool) {
        List<Integer> l = new ArrayList<>();
        for (int i = 0; i < 3; i++) { Object lock = new Object();
          pool.execute(() -> { synchronized (lock) { l.add(1); } }); } //! use.after.move
    }

    void badLockPerRun(ExecutorService pool) {
        List<Integer> l = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          pool.execute(() -> { Object lock = new Object(); synchronized (lock) { l.add(1); } }); } //! use.after.move
    }

    void badHalf(ExecutorService pool) {
        List<Integer> l = new ArrayList<>();
        pool.execute(() -> { synchronized (l) { l.add(1); } l.add(3); });
        synchronized (l) { l.add(2); } //! use.after.move
    }

    void badElement(ExecutorService pool) {
        List<StringBuilder> l = new ArrayList<>();
        pool.execute(() -> { synchronized (l) { l.get(0).append("x"); } });
        StringBuilder s; synchronized (l) { s = l.get(0); } s.append("y"); //! use.after.move
    }

    void badRead(ExecutorService pool) {
        List<Integer> l = new ArrayList<>(); ReadWriteLock lock = new ReentrantReadWriteLock();
        pool.execute(() -> { lock.readLock().lock(); try { l.add(1); } finally { lock.readLock().unlock(); } });
        lock.readLock().lock(); try { l.add(2); } finally { lock.readLock().unlock(); } //! use.after.move
    }

    List<Integer> badReturned(ExecutorService pool) {
        List<Integer> l = new ArrayList<>();
        pool.execute(() -> { synchronized (l) { l.add(1); } });
        synchronized (l) { return l; } //! use.after.move
    }

    void badMixed(ExecutorService pool) {
        List<Integer> l = new ArrayList<>(); List<Integer> k = new ArrayList<>();
        pool.execute(() -> { synchronized (l) { l.add(1); } k.add(1); });
        synchronized (l) { k.add(2); } //! use.after.move
    }

    void badAnonymous(ExecutorService pool) {
        List<Integer> l = new ArrayList<>();
        pool.execute(new Runnable() { public void run() { synchronized (this) { l.add(1); } } });
        synchronized (this) { l.add(2); } //! use.after.move
    }

    private final Object lock = new Object();
    private List<Integer> kept;

    void badStored(ExecutorService pool) {
        List<Integer> l = new ArrayList<>();
        pool.execute(() -> { synchronized (l) { l.add(1); } }); //? move.not.owned
        synchronized (l) { kept = l; }
    }

    void badSent(ExecutorService pool, BlockingQueue<Object> q) throws Exception {
        List<Integer> l = new ArrayList<>();
        pool.execute(() -> { synchronized (l) { l.add(1); } });
        synchronized (l) { q.put(l); } //! use.after.move
    }

    void badTask(ExecutorService pool) {
        List<Integer> l = new ArrayList<>();
        pool.execute(() -> { synchronized (l) { l.add(1); } });
        synchronized (l) { pool.execute(() -> l.add(2)); } //! use.after.move
    }

    void badHelper(ExecutorService pool) {
        List<Integer> l = new ArrayList<>();
        pool.execute(() -> { synchronized (l) { l.add(1); } });
        help(l); //! use.after.move
    }

    void help(List<Integer> l) {
        l.add(3);
    }

    void badSelfLocked(ExecutorService pool, LocalsUnderNoCommonLock other) {
        List<Integer> l = new ArrayList<>();
        pool.execute(() -> other.locked(l));
        other.locked(l); //? use.after.move
    }

    synchronized void locked(List<Integer> l) {
        l.add(3);
    }

    void badOtherObjects(ExecutorService pool, LocalsUnderNoCommonLock a, LocalsUnderNoCommonLock b) {
        List<Integer> l = new ArrayList<>();
        pool.execute(() -> { synchronized (a) { l.add(1); } });
        synchronized (b) { l.add(2); } //! use.after.move
    }

    void badThisOfClass(ExecutorService pool) {
        List<Integer> l = new ArrayList<>();
        class T implements Runnable { public void run() { synchronized (this) { l.add(1); } } }
        pool.execute(new T()); synchronized (this) { l.add(2); } //! use.after.move
    }

    void badReassigned(ExecutorService pool) {
        List<Integer> l = new ArrayList<>();
        Object[] locks = { new Object() };
        pool.execute(() -> { synchronized (locks[0]) { l.add(1); } });
        locks[0] = new Object(); synchronized (locks[0]) { l.add(2); } //! use.after.move
    }

    void badIter(ExecutorService pool) throws Exception {
        List<Integer> l = new ArrayList<>();
        pool.execute(() -> { synchronized (l) { l.add(1); } });
        Iterator<Integer> it; synchronized (l) { it = l.iterator(); } while (it.hasNext()) System.out.println(it.next()); //! use.after.move
    }

    void badTryLock(ExecutorService pool) throws Exception {
        List<Integer> l = new ArrayList<>(); Lock k = new ReentrantLock();
        pool.execute(() -> { k.lock(); try { l.add(1); } finally { k.unlock(); } });
        if (k.tryLock()) { k.unlock(); } l.add(2); //! use.after.move
    }
}
