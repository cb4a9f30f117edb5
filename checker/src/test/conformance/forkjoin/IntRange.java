package spec.forkjoin;

import java.util.List;
import java.util.stream.IntStream;

/*
 * A parallel range writes each its own place.
 * Verdict: derived; that the runs keep to their places is left open.
 */
public class IntRange {
    int[] squares(int n) {
        int[] out = new int[n];
        IntStream.range(0, n).parallel().forEach(i -> out[i] = i * i); //DYN
        return out;
    }

    String[] texts(List<Integer> numbers) {
        String[] out = new String[numbers.size()];
        IntStream.range(0, numbers.size()).parallel().forEach(i -> { //DYN
            out[i] = String.valueOf(numbers.get(i));
        });
        return out;
    }

    double[] doubled(double[] in) {
        double[] out = new double[in.length];
        IntStream.range(0, in.length).parallel().forEach(i -> out[i] = in[i] * 2); //DYN
        return out;
    }
}
