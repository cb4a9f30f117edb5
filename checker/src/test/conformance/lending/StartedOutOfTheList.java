package spec.lending;

import java.util.ArrayList;
import java.util.List;

/*
 * The thread is started out of the list; what it captured is used meanwhile.
 * Verdict: derived.
 */
public class StartedOutOfTheList {
    int run(String name) {
        List<Thread> threads = new ArrayList<>();
        List<String> all = new ArrayList<>();
        threads.add(new Thread(() -> all.add(name)));
        for (Thread one : threads) {
            one.start(); //~ //DYN
        }
        return all.size(); //! use.after.move
    }
}
