package spec.flow;

import spec.support.Outbox;

/*
 * The try block sends, finally still writes.
 * Verdict: derived.
 */
public class FinallyUses {
    void run(Outbox outbox) {
        StringBuilder log = new StringBuilder();
        try {
            log.append("start");
            outbox.send(log); //~
        } finally {
            log.append("end"); //! use.after.move
        }
    }
}
