package spec.statics;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/*
 * A volatile static refers to a record and is replaced as a whole.
 * Verdict: no finding; the record is frozen.
 */
public class VolatileSettings {
    record Settings(int retries, Duration pause) {}

    private static volatile Settings settings = new Settings(3, Duration.ofSeconds(1));

    static void reload(int retries) {
        settings = new Settings(retries, Duration.ofSeconds(2));
    }

    static void run(ScheduledExecutorService timer) {
        timer.scheduleAtFixedRate(() -> reload(5), 1, 1, TimeUnit.MINUTES);
        timer.scheduleAtFixedRate(() -> System.out.println(settings.retries()), 1, 1, TimeUnit.MINUTES);
    }
}
