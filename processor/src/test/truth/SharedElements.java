// truth: residual.check region.cross.reference
import dev.lungfish.annotation.Moved;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Two parcels with one list of labels: only the run tells. */
public class SharedElements {
    record Parcel(List<String> labels) {
    }

    interface Depot {
        @Moved List<Parcel> load();
    }

    static void labelAll(ExecutorService pool, Depot depot) {
        List<Parcel> parcels = depot.load();
        for (Parcel parcel : parcels) {
            pool.execute(() -> parcel.labels().add("fragile")); // here
        }
    }

    public static void main(String[] args) {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<String> labels = new ArrayList<>();
        try {
            labelAll(pool, () -> new ArrayList<>(List.of(new Parcel(labels), new Parcel(labels))));
        } finally {
            pool.shutdown();
        }
    }
}
