package parcels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A small parcel service: an intake packs, a printer labels, bays collect, drivers deliver. Each stage runs on its own thread; parcels move
 * from stage to stage and have one owner at any time.
 */
public final class Dispatch {
    private static final List<String> CITIES = List.of("Bremen", "Jena", "Ulm");
    private static final List<String> ARTICLES = List.of("teapot", "lamp", "atlas", "kettle");
    private static final int DRIVERS = 2;

    private Dispatch() {
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        List<Order> orders = orders(20);
        Journal journal = new Journal();
        Accounts accounts = new Accounts();
        ExecutorService pool = Executors.newFixedThreadPool(DRIVERS + 2);
        try {
            deliver(pool, orders, journal, accounts);
        } finally {
            pool.shutdown();
        }
        System.out.println(accounts.delivered() + " parcels delivered, " + journal.lines() + " lines in the journal");
        accounts.centsByCity().forEach((city, cents) -> System.out.println(city + ": " + cents / 100 + " euros, " + Driver.visits(city) + " trucks")); //| region.escape|region.not.open
        System.out.println("heaviest article: " + heaviest(catalogue()));
    }

    private static void deliver(ExecutorService pool, List<Order> orders, Journal journal, Accounts accounts)
            throws InterruptedException, ExecutionException {
        Catalogue catalogue = CompletableFuture.supplyAsync(Dispatch::catalogue, pool).get();
        BlockingQueue<Parcel> toPrinter = new ArrayBlockingQueue<>(4);
        BlockingQueue<Truckload> ramp = new ArrayBlockingQueue<>(2);
        Map<String, Bay> bays = new LinkedHashMap<>();
        for (String city : CITIES) {
            bays.put(city, new Bay(city, 3, ramp));
        }

        Future<Integer> packed = pool.submit(new Intake(orders, catalogue, journal, toPrinter));
        Future<Integer> labelled = pool.submit(new Printer(toPrinter, bays, journal));
        List<Future<List<Receipt>>> drivers = new ArrayList<>();
        for (int i = 1; i <= DRIVERS; i++) {
            drivers.add(pool.submit(new Driver("driver " + i, ramp, catalogue, accounts, journal)));
        }

        System.out.println(packed.get() + " parcels packed, " + labelled.get() + " labelled");
        for (int i = 0; i < DRIVERS; i++) {
            ramp.put(new Truckload("", List.of()));
        }
        for (Future<List<Receipt>> driver : drivers) {
            List<Receipt> receipts = driver.get();
            System.out.println("a driver brings " + receipts.size() + " receipts");
        }
    }

    private static List<Order> orders(int count) {
        List<Order> orders = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            List<String> articles = new ArrayList<>();
            for (int j = 0; j <= i % 3; j++) {
                articles.add(ARTICLES.get((i + j) % ARTICLES.size()));
            }
            orders.add(new Order(i, CITIES.get(i % CITIES.size()), articles));
        }
        return orders;
    }

    private static Catalogue catalogue() {
        return new Catalogue(Map.of("teapot", 900, "lamp", 1400, "atlas", 2100, "kettle", 1100),
                Map.of("Bremen", 320, "Jena", 180, "Ulm", 260));
    }

    private static String heaviest(Catalogue catalogue) {
        List<String> heavy = new ArrayList<>();
        ARTICLES.parallelStream().filter(article -> catalogue.gramsOf(article) > 2000).forEach(article -> heavy.add(article)); //! capture.multi
        return String.join(", ", heavy);
    }
}
