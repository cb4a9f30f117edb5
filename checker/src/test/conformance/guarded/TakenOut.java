package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import spec.support.Order;

/*
 * What is read out of a guarded field, and overwritten before the lock is released, is the reader's own: no other guarded field has a type that
 * could hold it.
 * Verdict: derived.
 */
public class TakenOut {
    private final Object lock = new Object();
    private final BlockingQueue<List<Order>> batches = new LinkedBlockingQueue<>();
    private @InRegion("lock") List<Order> orders = new ArrayList<>();
    private @InRegion("lock") boolean closed;

    List<Order> replaced() {
        synchronized (lock) {
            List<Order> full = orders;
            orders = new ArrayList<>();
            return full;
        }
    }
    void nulledAndSent() throws InterruptedException {
        List<Order> full;
        synchronized (lock) {
            full = orders;
            orders = null;
            closed = true;
        }
        if (full != null) {
            batches.put(full);
        }
    }
    void onlyIfThereIsOne() {
        List<Order> full;
        synchronized (lock) {
            full = orders;
            if (full != null) {
                orders = null;
            }
        }
        if (full != null) {
            full.clear();
        }
    }
    void swappedInALoop() {
        List<Order> run = new ArrayList<>();
        while (true) {
            synchronized (lock) {
                if (orders.isEmpty()) {
                    orders = null;
                    break;
                }
                List<Order> empty = run;
                run = orders;
                orders = empty;
            }
            run.clear();
        }
    }
    List<Order> throughAHelper() {
        synchronized (lock) {
            return take();
        }
    }
    private List<Order> take() {
        List<Order> full = orders;
        orders = new ArrayList<>();
        return full;
    }
}
