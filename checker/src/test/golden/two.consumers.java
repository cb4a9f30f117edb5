// ChartLoader.java
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

public class ChartLoader {
    static final class Chart {
        final List<Integer> points = new ArrayList<>();
    }

    int load() {
        CompletableFuture<Chart> chart = CompletableFuture.supplyAsync(() -> new Chart());
        chart.thenAcceptAsync(loaded -> loaded.points.add(0));
        return chart.join().points.size();
    }
}
