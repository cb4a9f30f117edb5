package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

/*
 * The list is filled before, and only the task has it afterwards.
 * Verdict: derived.
 */
public class TimerTaskOwnsList {
    void run(Timer timer) {
        List<String> names = new ArrayList<>();
        names.add("a");
        timer.schedule(new TimerTask() {
            private int runs;
            @Override public void run() {
                runs++;
                names.add("run " + runs);
            }
        }, 100, 100);
    }
}
