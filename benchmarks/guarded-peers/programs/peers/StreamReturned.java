package peers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jcip.annotations.GuardedBy;

/** A stream reads the guarded list when its caller asks it to. */
class StreamReturned {
    @GuardedBy("this") private final List<String> names = new ArrayList<>();

    synchronized Stream<String> names() {
        return names.stream(); // race
    }
}
