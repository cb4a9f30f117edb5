// truth: cown.not.acquired
import dev.lungfish.runtime.Acquired;
import dev.lungfish.runtime.Cown;
import java.util.ArrayList;
import java.util.List;

/** The content is asked for when the cown is released. */
public class CownAfterRelease {
    public static void main(String[] args) {
        Cown<List<String>> cown = Cown.create("names", ArrayList::new);
        Acquired<List<String>> held = cown.acquire();
        held.get().add("a");
        held.close();
        held.set(new ArrayList<>()); // here
    }
}
