package spec.library;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/*
 * A thread factory that names its threads by an atomic counter.
 * Verdict: derived.
 */
public class DaemonFactory implements ThreadFactory {
    private final AtomicInteger next = new AtomicInteger(1);
    private final String prefix;
    DaemonFactory(String prefix) { this.prefix = prefix; }
    @Override public Thread newThread(Runnable r) {
        Thread t = new Thread(r, prefix + "-" + next.getAndIncrement());
        t.setDaemon(true);
        return t;
    }
    static ExecutorService pool(String name) {
        return Executors.newFixedThreadPool(2, new DaemonFactory(name));
    }
}
