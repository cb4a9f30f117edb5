package spec.threads;

import java.util.Arrays;

/*
 * Each index its own value.
 * Verdict: derived.
 */
public class ParallelSetAll {
    double[] run(double[] in) {
        double[] out = new double[in.length];
        Arrays.parallelSetAll(out, i -> Math.sqrt(in[i]));
        Arrays.parallelSort(out);
        return out;
    }
}
