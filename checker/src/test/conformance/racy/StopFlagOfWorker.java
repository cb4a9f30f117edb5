package spec.racy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/*
 * A worker owns a list that the stopping thread reads without joining.
 * Verdict: stop sets a volatile flag, and does not wait.
 */
public class StopFlagOfWorker {
    private volatile boolean stopped;

    List<String> run(BlockingQueue<String> in) {
        List<String> seen = new ArrayList<>();
        Thread worker = new Thread(() -> { //~
            while (!stopped) {
                String line = in.poll();
                if (line != null) {
                    seen.add(line);
                }
            }
        });
        worker.start();
        stopped = true;
        return seen; //! use.after.move
    }
}
