package spec.basics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/*
 * equals looks into the object.
 * Verdict: derived.
 */
public class EqualsReads {
    boolean send(BlockingQueue<List<String>> out, List<String> last) throws InterruptedException {
        List<String> list = new ArrayList<>();
        list.add("x");
        out.put(list); //~
        return list.equals(last); //! use.after.move
    }
}
