package spec.isolated;

import dev.lungfish.annotation.Borrowed;
import dev.lungfish.annotation.Isolated;
import java.util.ArrayList;
import java.util.List;

/*
 * A slot filled with what the caller may keep.
 * Verdict: derived.
 */
public class ParameterStoredPlain {
    private @Isolated List<String> names = new ArrayList<>();
    void set(@Borrowed List<String> given) {
        names = given; //! move.not.owned|isolated.aliased|capture.not.owned
    }
}
