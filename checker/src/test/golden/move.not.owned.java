// InvoiceMailer.java
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class InvoiceMailer {
    static final class Invoice {
        final StringBuilder text = new StringBuilder();
        int reminders;
    }

    private final BlockingQueue<Invoice> outgoing = new LinkedBlockingQueue<>();

    void remind(Invoice invoice) throws InterruptedException {
        invoice.reminders++;
        outgoing.put(invoice);
    }
}
