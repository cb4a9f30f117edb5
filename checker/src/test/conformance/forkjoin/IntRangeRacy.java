package spec.forkjoin;

import java.util.List;
import java.util.stream.IntStream;

/*
 * A parallel run writes the place of the next one, or places of which nobody can tell whether they are its own.
 * Verdict: derived; a data race, and notes where it depends on the numbers.
 */
public class IntRangeRacy {
    int[] buckets(int n) {
        int[] out = new int[10];
        IntStream.range(0, n).parallel().forEach(i -> out[i % 10]++); //DYN
        return out;
    }

    int[] prefix(int n) {
        int[] out = new int[n + 1];
        IntStream.range(0, n).parallel().forEach(i -> out[i + 1] = out[i] + 1); //! capture.multi
        return out;
    }

    int[] elements(List<Integer> numbers) {
        int[] out = new int[100];
        numbers.parallelStream().forEach(i -> out[i]++); //DYN
        return out;
    }
}
