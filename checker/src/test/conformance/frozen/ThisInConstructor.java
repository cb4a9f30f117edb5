package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.ArrayList;
import java.util.List;

/*
 * The constructor registers itself in a list before its last field is set.
 * Verdict: derived.
 */
public class ThisInConstructor {
    static final List<Object> ALL = new ArrayList<>();
    @Frozen static final class Node {
        final int id; final String name;
        Node(int id, String name) {
            this.id = id;
            ALL.add(this); //! frozen.this.escape
            this.name = name;
        }
    }
}
