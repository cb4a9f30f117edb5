package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RecursiveAction;

/*
 * The forked action still fills the list when it is read.
 * Verdict: derived.
 */
public class ForkWithoutJoin {
    static class Fill extends RecursiveAction {
        final List<String> target;
        Fill(List<String> target) { this.target = target; }
        @Override protected void compute() { target.add("x"); }
    }
    int run() {
        List<String> list = new ArrayList<>();
        Fill fill = new Fill(list);
        fill.fork(); //~
        int size = list.size(); //! use.after.move
        fill.join();
        return size;
    }
}
