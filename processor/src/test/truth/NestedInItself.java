// truth: region.cycle
import dev.lungfish.runtime.Region;
import java.util.ArrayList;
import java.util.List;

/** A region cannot be its own parent. */
public class NestedInItself {
    public static void main(String[] args) {
        Region<List<String>> region = Region.create("list", ArrayList::new);
        region.attachTo(region); // here
    }
}
