package parcels;

import dev.lungfish.annotation.Frozen;
import java.util.Map;

/** The weight of each article and the distance of each city. Built once, then shared by all threads. */
@Frozen
public record Catalogue(Map<String, Integer> grams, Map<String, Integer> kilometres) {
    public Catalogue {
        grams = Map.copyOf(grams);
        kilometres = Map.copyOf(kilometres);
    }

    public int gramsOf(String article) {
        return grams.getOrDefault(article, 500);
    }

    public int kilometresTo(String city) {
        return kilometres.getOrDefault(city, 100);
    }
}
