package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;

/*
 * Elements, map values and contents of boxes that are declared frozen.
 * Verdict: derived.
 */
public class ElementsDeclaredFrozen {
    void first(List<@Frozen List<String>> pages) {
        pages.get(0).clear(); //! frozen.write
    }
    void each(List<@Frozen List<String>> pages) {
        pages.forEach(p -> p.clear()); //! frozen.write
    }
    void values(Map<String, @Frozen List<String>> pages) {
        pages.get("x").add("y"); //! frozen.write
    }
    void received(BlockingQueue<@Frozen List<String>> in) throws InterruptedException {
        in.take().clear(); //! frozen.write
    }
    void kept(List<@Frozen List<String>> pages, List<String> page) {
        pages.add(page); //! frozen.mutable.part
    }
    int right(List<@Frozen List<String>> pages, @Frozen List<String> page) {
        pages.add(List.of("a"));
        pages.add(page);
        int size = pages.stream().mapToInt(p -> p.size()).sum();
        pages.clear();
        return size;
    }
}
