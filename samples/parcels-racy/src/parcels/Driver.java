package parcels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;

/** Third stage: drives truckloads to their city and books a receipt for each. Several drivers share one ramp. */
public final class Driver implements Callable<List<Receipt>> {
    /** How often each city was visited, by all drivers of the program. */
    private static final Map<String, Integer> VISITS = new HashMap<>(); //| static.mutable

    private final String name;
    private final BlockingQueue<Truckload> ramp;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final Journal journal;

    public Driver(String name, BlockingQueue<Truckload> ramp, Catalogue catalogue, Accounts accounts, Journal journal) {
        this.name = name;
        this.ramp = ramp;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.journal = journal;
    }

    @Override
    public List<Receipt> call() throws InterruptedException {
        List<Receipt> receipts = new ArrayList<>();
        Truckload load = ramp.take();
        while (load.size() > 0) {
            Receipt receipt = deliver(load);
            accounts.book(receipt);
            receipts.add(receipt);
            load = ramp.take();
        }
        return receipts;
    }

    private Receipt deliver(Truckload load) throws InterruptedException {
        int kilometres = catalogue.kilometresTo(load.city());
        Thread.sleep(kilometres / 4);
        VISITS.merge(load.city(), 1, Integer::sum); //! static.mutable
        int cents = 30 * kilometres + load.grams() / 10;
        List<String> lines = new ArrayList<>();
        lines.add(kilometres + " km at 30 cents");
        lines.add(load.grams() + " g at 10 cents for 100 g");
        journal.note(name + " delivered " + load.size() + " parcels in " + load.city());
        return new Receipt(load.city(), load.size(), cents, lines);
    }

    /** How many truckloads went to a city. */
    public static int visits(String city) {
        return VISITS.getOrDefault(city, 0); //| static.mutable
    }
}
