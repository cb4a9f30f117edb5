package spec.fields;

import spec.support.Outbox;

/*
 * A static nested class holds nothing of the outer one.
 * Verdict: derived.
 */
public class StaticNested {
    static class Table {
        int rows;
        static class Cursor { int at; }
        Cursor cursor() { return new Cursor(); }
    }
    void run(Outbox outbox) {
        Table table = new Table();
        Table.Cursor cursor = table.cursor();
        outbox.send(cursor);
        table.rows++;
    }
}
