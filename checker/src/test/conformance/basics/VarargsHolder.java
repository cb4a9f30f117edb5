package spec.basics;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/*
 * Varargs: the list holds the same objects.
 * Verdict: derived.
 */
public class VarargsHolder {
    void send(BlockingQueue<List<StringBuilder>> out) throws InterruptedException {
        StringBuilder a = new StringBuilder(), b = new StringBuilder();
        List<StringBuilder> both = Arrays.asList(a, b);
        out.put(both); //~
        b.append("late"); //! use.after.move
    }
}
