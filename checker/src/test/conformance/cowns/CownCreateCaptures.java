package spec.cowns;

import dev.lungfish.runtime.Cown;
import java.util.ArrayList;
import java.util.List;

/*
 * The supplier of a new cown captures a list that is used on.
 * Verdict: derived.
 */
public class CownCreateCaptures {
    static class Box { final List<String> list; Box(List<String> list) { this.list = list; } }
    Cown<Box> run() {
        List<String> list = new ArrayList<>();
        Cown<Box> cown = Cown.create("box", () -> new Box(list)); //~ //| region.not.bridge|use.after.move
        list.add("late"); //! use.after.move|region.escape
        return cown;
    }
}
