// Gap: G-22, iterators over what is frozen
// Why: what a frozen collection gives out counts as frozen, as its elements are; an iterator is not, it has a place of its own to remember.
// Since: 0.1.0
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;

public class CursorOfAFrozenList {
    void walkTogether(Executor pool) {
        Iterator<String> walk = List.of("a", "b").iterator();
        pool.execute(() -> walk.next());
        walk.next(); //MISSED use.after.move
    }
}
