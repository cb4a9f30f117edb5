package spec.basics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/*
 * The parts of a record travel with the record.
 * Verdict: model.md 6.5.
 */
public class InvoiceParts {
    record Invoice(String number, List<String> items) {}
    void issue(BlockingQueue<Invoice> out) throws InterruptedException {
        List<String> items = new ArrayList<>();
        items.add("desk");
        Invoice invoice = new Invoice("17", items);
        out.put(invoice); //~
        items.add("lamp"); //! use.after.move
    }
}
