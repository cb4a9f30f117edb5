package spec.threads;

import java.util.Timer;
import java.util.TimerTask;

/*
 * The timer task and its creator share a builder.
 * Verdict: derived.
 */
public class TimerTaskKeeps {
    void run(Timer timer) {
        StringBuilder text = new StringBuilder();
        timer.schedule(new TimerTask() { //~
            @Override
            public void run() {
                text.append('x');
            }
        }, 100);
        text.append('y'); //! use.after.move
    }
}
