package spec.constructors;

import java.util.ArrayList;
import java.util.List;

/*
 * A factory starts the finished object.
 * Verdict: derived.
 */
public class FactoryStarts {
    private final List<String> log = new ArrayList<>();
    private final int mode;
    private FactoryStarts(int mode) { this.mode = mode; }
    static void launch() {
        FactoryStarts s = new FactoryStarts(3);
        new Thread(s::loop).start();
    }
    private void loop() { log.add("mode " + mode); }
}
