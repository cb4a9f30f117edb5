package spec.racy;

import java.util.List;
import java.util.concurrent.ExecutorService;

import spec.support.Order;

/*
 * One mutable event goes to a task per listener.
 * Verdict: a race between the listeners that annotate the event.
 */
public class EventToAllListeners {
    interface Listener {
        void on(Order event);
    }

    void publish(ExecutorService pool, List<Listener> listeners) {
        Order event = new Order("new");
        for (Listener listener : listeners) {
            pool.execute(() -> event.annotate("seen")); //! use.after.move
        }
    }
}
