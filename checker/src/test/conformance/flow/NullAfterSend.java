package spec.flow;

import spec.support.Outbox;

/*
 * The usual idiom: forget the reference after giving it away, test before use.
 * Verdict: derived.
 */
public class NullAfterSend {
    void run(Iterable<String> words, Outbox outbox) {
        StringBuilder chunk = null;
        for (String word : words) {
            if (chunk == null) {
                chunk = new StringBuilder();
            }
            chunk.append(word);
            if (chunk.length() > 100) {
                outbox.send(chunk);
                chunk = null;
            }
        }
        if (chunk != null) {
            outbox.send(chunk);
        }
    }
}
