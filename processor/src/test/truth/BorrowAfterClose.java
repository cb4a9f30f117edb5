// truth: region.not.open
import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Region;
import java.util.ArrayList;
import java.util.List;

/** The borrow is asked for the content after its end. */
public class BorrowAfterClose {
    public static void main(String[] args) {
        Region<List<String>> region = Region.create("list", ArrayList::new);
        Borrow<List<String>> borrow = region.borrow();
        borrow.get().add("a");
        borrow.close();
        borrow.get().add("b"); // here
    }
}
