package spec.isolated;

import dev.lungfish.annotation.Isolated;
import spec.support.Outbox;

/*
 * Emptied and refilled in every round.
 * Verdict: derived.
 */
public class SlotInLoop {
    private @Isolated StringBuilder chunk = new StringBuilder();
    void run(Iterable<String> lines, Outbox outbox) {
        for (String line : lines) {
            chunk.append(line);
            if (chunk.length() > 80) {
                StringBuilder full = chunk;
                chunk = new StringBuilder();
                outbox.send(full);
            }
        }
    }
}
