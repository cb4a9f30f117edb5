package spec.lending;

import java.util.ArrayList;
import java.util.List;

/*
 * The list that the collected thread fills is read before the thread is joined.
 * Verdict: derived.
 */
public class CollectedThreadsNotJoined {
    int run(String name) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<String> all = new ArrayList<>();
        Thread thread = new Thread(() -> all.add(name));
        threads.add(thread);
        thread.start(); //~
        int early = all.size(); //! use.after.move
        for (Thread one : threads) {
            one.join();
        }
        return early;
    }
}
