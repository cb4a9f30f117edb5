package spec.lending;

/*
 * Only one of two threads over the same data is joined.
 * Verdict: derived.
 */
public class JoinOneOfTwo {
    int run() throws InterruptedException {
        int[] a = new int[1], b = new int[1];
        Thread t1 = new Thread(() -> a[0] = 1), t2 = new Thread(() -> b[0] = 1);
        t1.start();
        t2.start(); //~
        t1.join();
        return a[0] + b[0]; //! use.after.move
    }
}
