package spec.fields;

import spec.support.Outbox;

/*
 * The array of the record was sent with it.
 * Verdict: derived.
 */
public class RecordWithArray {
    record Packet(String name, byte[] data) {
    }
    void run(Outbox outbox) {
        byte[] data = new byte[10];
        outbox.send(new Packet("a", data)); //~
        data[0] = 1; //! use.after.move
    }
}
