package parcels;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;

/** First stage: packs a parcel for each order and passes it on. */
public final class Intake implements Callable<Integer> {
    private final List<Order> orders;
    private final Catalogue catalogue;
    private final Journal journal;
    private final BlockingQueue<Parcel> toPrinter;

    public Intake(List<Order> orders, Catalogue catalogue, Journal journal, BlockingQueue<Parcel> toPrinter) {
        this.orders = List.copyOf(orders);
        this.catalogue = catalogue;
        this.journal = journal;
        this.toPrinter = toPrinter;
    }

    @Override
    public Integer call() throws InterruptedException {
        int packed = 0;
        for (Order order : orders) {
            Parcel parcel = new Parcel(order.number(), order.city());
            for (String article : order.articles()) {
                parcel.pack(article, catalogue.gramsOf(article));
            }
            toPrinter.put(parcel);
            journal.note("packed " + parcel.describe()); //! use.after.move
            packed++;
        }
        toPrinter.put(new Parcel(Parcel.LAST, ""));
        return packed;
    }
}
