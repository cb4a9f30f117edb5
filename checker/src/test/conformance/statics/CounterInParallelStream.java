package spec.statics;

import java.util.List;

/*
 * A static counter is raised by a helper that a parallel stream calls.
 * Verdict: the counter is written by many at once.
 */
public class CounterInParallelStream {
    private static int parsed; //| static.mutable

    private static int parse(String text) {
        parsed++; //! static.mutable
        return Integer.parseInt(text);
    }

    static int sum(List<String> texts) {
        return texts.parallelStream().mapToInt(CounterInParallelStream::parse).sum();
    }
}
