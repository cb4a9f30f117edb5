// CurrencyRates.java
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

public class CurrencyRates {
    private static final Map<String, Double> RATES = new HashMap<>();

    void refresh(ExecutorService pool, List<String> currencies) {
        for (String currency : currencies) {
            pool.execute(() -> RATES.put(currency, load(currency)));
        }
    }

    private static double load(String currency) {
        return currency.hashCode() / 1000.0;
    }
}
