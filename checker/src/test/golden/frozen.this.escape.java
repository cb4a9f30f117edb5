// Sensor.java
import dev.lungfish.annotation.Frozen;
import java.util.Map;

@Frozen
public final class Sensor {
    private final String name;
    private final String unit;

    Sensor(String name, String unit, Map<String, Sensor> directory) {
        this.name = name;
        directory.put(name, this);
        this.unit = unit;
    }

    String describe() {
        return name + " in " + unit;
    }
}
