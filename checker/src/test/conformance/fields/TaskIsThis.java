package spec.fields;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/*
 * Objects that are their own tasks, or keep the thread that runs one of their methods, with a plain field that others touch.
 * Verdict: data races on the field; a volatile one is right.
 */
public class TaskIsThis {
    static class Server implements Runnable {
        private final Map<String, String> clients = new HashMap<>();

        void serve() {
            new Thread(this).start(); //! move.not.owned
        }

        @Override
        public void run() {
            clients.put("a", "b");
        }

        int online() {
            return clients.size();
        }
    }

    static class Named implements Runnable {
        private int rounds;

        void serve() {
            Thread thread = new Thread(this, "server");
            thread.start(); //! move.not.owned
        }

        @Override
        public void run() {
            rounds++;
        }

        int rounds() {
            return rounds;
        }
    }

    static final class Loop implements Runnable {
        private boolean stopped;

        public void start() {
            new Thread(this).start(); //! move.not.owned
        }

        @Override
        public void run() {
            while (!stopped) {
                Thread.onSpinWait();
            }
        }

        public void stop() {
            stopped = true;
        }
    }

    static final class Kept {
        private boolean stopped;
        private Thread thread;

        public void start() {
            thread = new Thread(this::loop);
            thread.start(); //! move.not.owned
        }

        private void loop() {
            while (!stopped) {
                Thread.onSpinWait();
            }
        }

        public void stop() {
            stopped = true;
        }
    }

    static final class Right implements Runnable {
        private volatile boolean stopped;

        public void start(ExecutorService pool) {
            pool.execute(this);
            new Thread(this).start();
        }

        @Override
        public void run() {
            while (!stopped) {
                Thread.onSpinWait();
            }
        }

        public void stop() {
            stopped = true;
        }
    }
}
