package spec.fields;

import spec.support.Outbox;

/*
 * The inner holder is reached through two fields.
 * Verdict: derived.
 */
public class NestedHolder {
    static class Engine { int power; }
    static class Car { Engine engine = new Engine(); }
    static class Fleet { Car lead = new Car(); }
    void sell(Outbox outbox) {
        Fleet fleet = new Fleet();
        Engine engine = fleet.lead.engine;
        outbox.send(fleet); //~
        engine.power++; //! use.after.move
    }
}
