package spec.basics;

import java.util.concurrent.BlockingQueue;

/*
 * Comparing references and testing for null is no access.
 * Verdict: static-core.md 4.1, mode IDENTITY.
 */
public class IdentityOnly {
    boolean send(BlockingQueue<StringBuilder> out, Object last) throws InterruptedException {
        StringBuilder text = new StringBuilder("x");
        out.put(text);
        return text == last || text != null;
    }
}
