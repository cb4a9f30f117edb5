package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;

/*
 * A timer task reads a list that its creator goes on filling.
 * Verdict: derived.
 */
public class TimerTaskReadsList {
    void run(Timer timer) {
        List<String> names = new ArrayList<>();
        timer.schedule(new TimerTask() {
            @Override public void run() { //~ //| use.after.move
                System.out.println(names.size());
            }
        }, 100);
        names.add("late"); //! use.after.move
    }
}
