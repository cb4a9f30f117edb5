package spec.threads;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/*
 * Threads in statics, started by the class itself or by whoever comes first: they touch queues and atomics. One counts in a plain static.
 * Verdict: derived.
 */
public class StaticThreads {
    private static final BlockingQueue<String> QUEUE = new LinkedBlockingQueue<>();
    private static final AtomicLong SEED = new AtomicLong();
    private static final Thread CLEANER = new Thread(StaticThreads::clean, "cleaner");
    private static final Thread GENERATOR;
    private static volatile Thread watcher;
    private static int seen;

    static {
        CLEANER.setDaemon(true);
        CLEANER.start();
        GENERATOR = new Thread("generator") {
            @Override
            public void run() {
                SEED.set(System.nanoTime());
            }
        };
        GENERATOR.start();
    }

    static synchronized void watch() {
        if (watcher == null) {
            watcher = new Thread(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    seen++; //! static.mutable
                }
            });
            watcher.start();
        }
    }

    static int seen() {
        return seen;
    }

    static void stop() {
        GENERATOR.interrupt();
    }

    private static void clean() {
        try {
            while (true) {
                QUEUE.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
