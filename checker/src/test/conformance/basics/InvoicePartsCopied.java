package spec.basics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/*
 * The record copies its list.
 * Verdict: static-core.md 12 (List.copyOf in the compact constructor).
 */
public class InvoicePartsCopied {
    record Invoice(String number, List<String> items) {
        Invoice { items = List.copyOf(items); }
    }
    void issue(BlockingQueue<Invoice> out) throws InterruptedException {
        List<String> items = new ArrayList<>();
        items.add("desk");
        Invoice invoice = new Invoice("17", items);
        out.put(invoice);
        items.add("lamp");
        System.out.println(invoice.number() + invoice.items().size());
    }
}
