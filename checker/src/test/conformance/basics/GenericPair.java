package spec.basics;

import java.util.concurrent.BlockingQueue;

/*
 * A pair made by a generic factory holds both.
 * Verdict: derived.
 */
public class GenericPair {
    static final class Pair<A, B> {
        A left; B right;
        static <X, Y> Pair<X, Y> of(X x, Y y) { Pair<X, Y> p = new Pair<>(); p.left = x; p.right = y; return p; }
    }
    void send(BlockingQueue<Pair<StringBuilder, Integer>> out) throws InterruptedException {
        StringBuilder text = new StringBuilder();
        Pair<StringBuilder, Integer> pair = Pair.of(text, 3);
        out.put(pair); //~
        text.append("late"); //! use.after.move
    }
}
