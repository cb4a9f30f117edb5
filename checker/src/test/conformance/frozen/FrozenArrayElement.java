package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.Arrays;

/*
 * A frozen array and its elements.
 * Verdict: derived.
 */
public class FrozenArrayElement {
    int first(int @Frozen [] data) { return data[0]; }
    void zero(int @Frozen [] data) {
        data[0] = 0; //! frozen.write
    }
    void bump(int @Frozen [] data) {
        data[1]++; //! frozen.write
    }
    void fill(int @Frozen [] data) {
        Arrays.fill(data, 0); //! frozen.write
    }
}
