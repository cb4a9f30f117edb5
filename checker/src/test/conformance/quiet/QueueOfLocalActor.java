package spec.quiet;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/*
 * The state of the actor is a local variable of its loop.
 * Verdict: no finding; the loop makes its own state.
 */
public class QueueOfLocalActor implements Runnable {
    record Event(String name, int amount) {}

    private static final Event STOP = new Event("stop", 0);
    private final BlockingQueue<Event> inbox = new LinkedBlockingQueue<>();
    private volatile Map<String, Integer> snapshot = Map.of();

    @Override
    public void run() {
        Map<String, Integer> state = new TreeMap<>();
        try {
            for (Event event = inbox.take(); event != STOP; event = inbox.take()) {
                state.merge(event.name(), event.amount(), Integer::sum);
                snapshot = Map.copyOf(state);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void send(String name, int amount) {
        inbox.add(new Event(name, amount));
    }

    void stop() {
        inbox.add(STOP);
    }

    Map<String, Integer> snapshot() {
        return snapshot;
    }

    static QueueOfLocalActor launch() {
        QueueOfLocalActor actor = new QueueOfLocalActor();
        new Thread(actor).start();
        return actor;
    }
}
