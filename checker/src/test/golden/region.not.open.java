// Thermostat.java
import dev.lungfish.annotation.InRegion;

public class Thermostat {
    private @InRegion("this") int degrees;
    private @InRegion("this") int samples;

    synchronized void measure(int value) {
        degrees = (degrees * samples + value) / (samples + 1);
        samples++;
    }

    boolean isCold() {
        return degrees < 18;
    }
}
