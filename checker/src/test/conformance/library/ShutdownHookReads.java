package spec.library;

import java.util.ArrayList;
import java.util.List;

/*
 * The hook runs at an unknown time beside the code that goes on.
 * Verdict: derived.
 */
public class ShutdownHookReads {
    void run() {
        List<String> open = new ArrayList<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("left open: " + open))); //~ //| use.after.move
        open.add("a.txt"); //! use.after.move
    }
}
