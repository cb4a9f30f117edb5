// Gap: G-29, objects whose close waits for a thread that they keep
// Why: that close ends what the constructor started is not kept in what callers know of the two.
// Since: 0.1.0
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class ClosedByItsOwnThread {
    static final class Journal implements AutoCloseable {
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final Thread writer;
        private int written;

        Journal() {
            writer = new Thread(this::drain);
            writer.start(); //OVER move.not.owned
        }

        void log(String line) {
            lines.add(line);
        }

        private void drain() {
            try {
                while (!lines.take().isEmpty()) {
                    written++;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() throws InterruptedException {
            lines.add("");
            writer.join();
            System.out.println(written);
        }
    }

    static void use() throws InterruptedException {
        Journal journal = new Journal();
        journal.log("a");
        journal.close(); //OVER use.after.move
    }
}
