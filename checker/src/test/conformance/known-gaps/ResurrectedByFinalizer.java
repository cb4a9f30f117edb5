// Gap: G-07, resurrection by a finalizer
// Why: a finalizer runs on a thread of its own, for objects that nobody refers to; it is not treated as the start of a task.
// Since: 0.1.0
import java.util.ArrayList;
import java.util.List;

public class ResurrectedByFinalizer {
    private static final List<ResurrectedByFinalizer> ALIVE = new ArrayList<>();

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    protected void finalize() {
        ALIVE.add(this); //MISSED static.mutable
    }

    static int alive() {
        return ALIVE.size();
    }
}
