package spec.threads;

import java.util.List;

/*
 * A plain tally is given to a parallel stream by a method reference.
 * Verdict: many at once write the tally.
 */
public class TallyByReference {
    static final class Tally {
        private long sum;

        void add(long value) {
            sum += value;
        }
    }

    long run(List<Integer> values) {
        Tally tally = new Tally();
        values.parallelStream().mapToLong(Integer::longValue).forEach(tally::add); //! capture.multi
        return tally.sum;
    }
}
