package spec.threads;

import java.util.ArrayList;
import java.util.List;

/*
 * A virtual thread fills a list that is read at once.
 * Verdict: nobody waits for the thread.
 */
public class VirtualNotJoined {
    int run() {
        List<String> lines = new ArrayList<>();
        Thread.startVirtualThread(() -> lines.add("a")); //~
        return lines.size(); //! use.after.move
    }
}
