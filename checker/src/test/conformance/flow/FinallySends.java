package spec.flow;

import spec.support.Outbox;

/*
 * finally sends on every way; the caller's catch block does not use it.
 * Verdict: derived.
 */
public class FinallySends {
    void run(Outbox outbox, String text) {
        StringBuilder log = new StringBuilder();
        try {
            log.append(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            log.append("bad");
        } finally {
            outbox.send(log);
        }
    }
}
