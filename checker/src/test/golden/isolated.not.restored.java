// PagePrinter.java
import dev.lungfish.annotation.Isolated;
import java.util.concurrent.BlockingQueue;

public class PagePrinter {
    static final class Page {
        final StringBuilder text = new StringBuilder();
    }

    private @Isolated Page current = new Page();

    void write(String text) {
        current.text.append(text);
    }

    void print(BlockingQueue<Page> printer, boolean last) throws InterruptedException {
        Page full = current;
        printer.put(full);
        if (!last) {
            current = new Page();
        }
    }
}
