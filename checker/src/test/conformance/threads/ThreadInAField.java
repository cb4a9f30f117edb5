package spec.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/*
 * Threads that an object keeps in a field and starts: what they run is known, and touches a queue. One that counts in a plain field is not right.
 * Verdict: derived.
 */
public class ThreadInAField {
    static final class Started {
        private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        private Thread worker;

        void start() {
            worker = new Thread(this::work, "worker");
            worker.start();
        }

        void stop() {
            worker.interrupt();
            worker = null;
        }

        private void work() {
            queue.add("done");
        }
    }

    static final class MadeBefore {
        private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        private final Thread worker = new Thread(() -> queue.add("done"));
        private final Thread other;

        MadeBefore() {
            other = new Thread(this::work);
        }

        void start() {
            worker.start();
            other.start();
        }

        private void work() {
            queue.add("done");
        }
    }

    static final class Counting {
        private final Thread worker = new Thread(() -> work());
        private int count;

        void start() {
            worker.start(); //! move.not.owned
        }

        private void work() {
            count++;
        }

        int count() {
            return count;
        }
    }

    static final class Given {
        private final List<String> log = new ArrayList<>();
        private final Thread worker;

        Given(Runnable work) {
            worker = new Thread(work); //? move.not.owned
        }

        void start() {
            worker.start(); //? move.not.owned
        }

        void note(String line) {
            log.add(line);
        }
    }
}
