// truth: fine
import dev.lungfish.annotation.Moved;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Whether the parcels share something is not visible; they do not. */
public class DisjointElements {
    static final class Parcel {
        final List<String> labels = new ArrayList<>();
    }

    interface Depot {
        @Moved List<Parcel> load();

        @Moved Parcel[] rest();
    }

    static void labelAll(ExecutorService pool, Depot depot) {
        for (Parcel parcel : depot.load()) {
            pool.execute(() -> parcel.labels.add("fragile"));
        }
        for (Parcel parcel : depot.rest()) {
            pool.execute(() -> parcel.labels.add("heavy"));
        }
    }

    public static void main(String[] args) {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        labelAll(pool, new Depot() {
            @Override
            public List<Parcel> load() {
                return new ArrayList<>(List.of(new Parcel(), new Parcel()));
            }

            @Override
            public Parcel[] rest() {
                return new Parcel[] {new Parcel(), new Parcel()};
            }
        });
        pool.shutdown();
    }
}
