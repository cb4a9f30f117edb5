// Gap: G-11, a method that needs the lock of an object which has no name
// Why: a lock is known by a stable path; what comes out of a list has none.
// Since: 0.1.0
import dev.lungfish.annotation.InRegion;
import java.util.List;

public class LockOfAnElement {
    static final class Box {
        private @InRegion("this") int n;

        @InRegion("this") void touch() {
            n++;
        }
    }

    void touchFirst(List<Box> boxes) {
        boxes.get(0).touch(); //MISSED region.not.open
    }
}
