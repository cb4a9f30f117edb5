// truth: fine
import dev.lungfish.runtime.Acquired;
import dev.lungfish.runtime.Cown;
import java.util.ArrayList;
import java.util.List;

/** The content is used and replaced while the cown is held. */
public class CownWhileHeld {
    public static void main(String[] args) {
        Cown<List<String>> cown = Cown.create("names", ArrayList::new);
        try (Acquired<List<String>> held = cown.acquire()) {
            held.get().add("a");
            held.set(new ArrayList<>());
        }
        cown.run(names -> names.add("b"));
    }
}
