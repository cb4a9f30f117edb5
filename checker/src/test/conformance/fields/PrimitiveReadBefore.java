package spec.fields;

import spec.support.Outbox;

/*
 * Only numbers and strings are taken out before.
 * Verdict: derived.
 */
public class PrimitiveReadBefore {
    static class Engine { int power; String name = "V8"; }
    String sell(Outbox outbox) {
        Engine engine = new Engine();
        engine.power = 200;
        int power = engine.power;
        String name = engine.name;
        outbox.send(engine);
        return name + power;
    }
}
