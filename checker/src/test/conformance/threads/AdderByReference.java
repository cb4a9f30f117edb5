package spec.threads;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/*
 * An adder is given to a parallel stream by a method reference.
 * Verdict: no finding; it protects itself.
 */
public class AdderByReference {
    long run(List<Integer> values) {
        LongAdder adder = new LongAdder();
        values.parallelStream().mapToLong(Integer::longValue).forEach(adder::add);
        return adder.sum();
    }
}
