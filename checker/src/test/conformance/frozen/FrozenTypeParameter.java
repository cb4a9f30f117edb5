package spec.frozen;

import dev.lungfish.annotation.Frozen;
import java.util.ArrayList;
import java.util.List;

/*
 * Only frozen types may stand for the parameter.
 * Verdict: derived.
 */
public class FrozenTypeParameter {
    static final class Topic<@Frozen T> { private final List<T> log = new ArrayList<>(); void post(T t) { log.add(t); } }
    final Topic<String> names = new Topic<>();
    final Topic<StringBuilder> texts = new Topic<>(); //! frozen.mutable.part
    final Topic<java.time.Instant> times = new Topic<>();
}
