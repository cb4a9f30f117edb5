package spec.basics;

import java.util.ArrayList;
import spec.support.Outbox;

/*
 * A pattern binding is another name of the same object.
 * Verdict: derived.
 */
public class CastAndInstanceof {
    void send(Outbox outbox, boolean big) {
        Object message = big ? new StringBuilder("big") : new ArrayList<String>();
        if (message instanceof StringBuilder text) {
            outbox.send(message); //~
            text.append("late"); //! use.after.move
        }
    }
}
