package spec.fields;

import spec.support.Outbox;

/*
 * An inner class instance holds its outer object.
 * Verdict: derived.
 */
public class OuterInstance {
    static class Table {
        int rows;
        class Cursor { void next() { rows++; } }
        Cursor cursor() { return new Cursor(); }
    }
    void run(Outbox outbox) {
        Table table = new Table();
        Table.Cursor cursor = table.cursor();
        outbox.send(cursor); //~
        table.rows++; //! use.after.move
    }
}
