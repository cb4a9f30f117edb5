package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.List;

/*
 * The same for a generic method, called with an explicit and an inferred argument.
 * Verdict: derived.
 */
public class FrozenTypeParameterOfMethod {
    static <@Frozen T> void publish(T value) { System.out.println(value); }
    void run(List<String> names) {
        publish("a");
        publish(3);
        publish(names); //! frozen.mutable.part
    }
}
