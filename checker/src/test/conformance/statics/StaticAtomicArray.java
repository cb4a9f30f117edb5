package spec.statics;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;

/*
 * The atomic twin.
 * Verdict: derived.
 */
public class StaticAtomicArray {
    private static final AtomicIntegerArray HITS = new AtomicIntegerArray(16);
    private static final LongAdder ALL = new LongAdder();
    static void hit(int n) { HITS.incrementAndGet(n & 15); ALL.increment(); }
    public static void main(String[] args) {
        for (int i = 0; i < 4; i++) {
            int n = i;
            new Thread(() -> hit(n)).start();
        }
    }
}
