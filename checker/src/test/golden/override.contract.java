// PrintSpooler.java
import dev.lungfish.annotation.Borrowed;
import dev.lungfish.annotation.Moved;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class PrintSpooler {
    static final class Document {
        final StringBuilder text = new StringBuilder();
    }

    interface Printer {
        void print(@Borrowed Document document);
    }

    static final class Spooler implements Printer {
        private final BlockingQueue<Document> waiting = new LinkedBlockingQueue<>();

        @Override
        public void print(@Moved Document document) {
            waiting.add(document);
        }
    }
}
