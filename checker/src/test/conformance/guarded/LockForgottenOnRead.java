package spec.guarded;

import dev.lungfish.annotation.RegionAware;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/*
 * Nobody annotated the fields, but every write of each holds one lock, and somebody reads it without: the annotation is proposed, once for each
 * field. In strict code a warning, elsewhere a note.
 * Verdict: derived.
 */
@RegionAware
public class LockForgottenOnRead {
    private final ReentrantLock lock = new ReentrantLock();
    private final ReadWriteLock table = new ReentrantReadWriteLock();
    private int count;
    private String last = "";
    private final Map<String, Integer> byName = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private Node head;
    private boolean ready;

    void add(String name) {
        lock.lock();
        try {
            count++;
            last = name;
        } finally {
            lock.unlock();
        }
    }
    int count() {
        return count; //! region.not.open
    }
    boolean isLast(String name) {
        return name.equals(last); //! region.not.open
    }

    void put(String name, int value) {
        table.writeLock().lock();
        try {
            byName.put(name, value);
        } finally {
            table.writeLock().unlock();
        }
    }
    Integer get(String name) {
        return byName.get(name); //! region.not.open
    }
    Integer again(String name) {
        return byName.get(name);
    }

    void name(String name) {
        synchronized (names) {
            names.add(name);
        }
    }
    int longest() {
        int longest = 0;
        for (String name : names) { //! region.not.open
            longest = Math.max(longest, name.length());
        }
        return longest;
    }

    synchronized void push(String text) {
        head = new Node(text, head);
    }
    boolean isEmpty() {
        return head == null; //! region.not.open
    }

    void prepare() {
        if (!ready) { //! region.not.open
            synchronized (this) {
                if (!ready) {
                    ready = true;
                }
            }
        }
    }

    private record Node(String text, Node next) {
    }
}
