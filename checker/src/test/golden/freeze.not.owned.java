// PhoneDirectory.java
import dev.lungfish.annotation.Frozen;
import dev.lungfish.runtime.Freezer;
import java.util.ArrayList;
import java.util.List;

public class PhoneDirectory {
    private final List<String> names = new ArrayList<>();

    public void add(String name) {
        names.add(name);
    }

    public @Frozen List<String> publish() {
        return Freezer.freeze(names);
    }
}
