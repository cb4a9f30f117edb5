package spec.statics;

/*
 * A static array of counters written by threads.
 * Verdict: derived.
 */
public class StaticArrayCells {
    private static final int[] HITS = new int[16]; //| static.mutable
    static void hit(int n) { HITS[n & 15]++; } //! static.mutable
    public static void main(String[] args) {
        for (int i = 0; i < 4; i++) {
            int n = i;
            new Thread(() -> hit(n)).start();
        }
    }
}
