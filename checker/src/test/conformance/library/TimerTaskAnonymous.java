package spec.library;

import java.util.Timer;
import java.util.TimerTask;

import spec.support.Counter;

/*
 * An anonymous timer task counts in an object that its maker goes on counting in.
 * Verdict: the timer has its own thread.
 */
public class TimerTaskAnonymous {
    int run(Timer timer) {
        Counter ticks = new Counter();
        timer.schedule(new TimerTask() { //~
            @Override
            public void run() {
                ticks.increment();
            }
        }, 100, 100);
        ticks.increment(); //! use.after.move
        return 0;
    }
}
