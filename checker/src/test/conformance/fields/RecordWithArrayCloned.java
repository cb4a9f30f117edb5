package spec.fields;

import spec.support.Outbox;

/*
 * The record got an array of its own.
 * Verdict: derived.
 */
public class RecordWithArrayCloned {
    record Packet(String name, byte[] data) {
    }
    void run(Outbox outbox) {
        byte[] data = new byte[10];
        outbox.send(new Packet("a", data.clone()));
        data[0] = 1;
    }
}
