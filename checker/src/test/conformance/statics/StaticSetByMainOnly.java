package spec.statics;

/*
 * Set by main before the threads start, read by them.
 * Verdict: derived.
 */
public class StaticSetByMainOnly {
    private static boolean verbose; //? static.mutable
    public static void main(String[] args) {
        verbose = args.length > 0; //? static.mutable
        new Thread(() -> {
            if (verbose) { System.out.println("start"); } //? static.mutable
        }).start();
    }
}
