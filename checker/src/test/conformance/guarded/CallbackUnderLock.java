package spec.guarded;

import dev.lungfish.annotation.Borrowed;
import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;

/*
 * A guarded list is given to a stranger's callback under the lock; the callback's contract says borrowed.
 * Verdict: derived.
 */
public class CallbackUnderLock {
    interface Reader { void read(@Borrowed List<String> lines); }
    @InRegion("this") private final List<String> lines = new ArrayList<>();
    synchronized void add(String s) { lines.add(s); }
    synchronized void read(Reader r) { r.read(lines); }
}
