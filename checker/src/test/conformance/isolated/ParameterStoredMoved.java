package spec.isolated;

import dev.lungfish.annotation.Isolated;
import dev.lungfish.annotation.Moved;
import java.util.ArrayList;
import java.util.List;

/*
 * Taken over by contract.
 * Verdict: derived.
 */
public class ParameterStoredMoved {
    private @Isolated List<String> names = new ArrayList<>();
    void set(@Moved List<String> given) { names = given; }
    @Moved List<String> replace(@Moved List<String> given) {
        List<String> old = names;
        names = given;
        return old;
    }
}
