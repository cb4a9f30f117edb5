package spec.contracts;

import java.util.concurrent.BlockingQueue;

/*
 * The consumer forwards each message and keeps the last one.
 * Verdict: the last message has two owners.
 */
public class ConsumerKeepsWhatItForwards {
    private StringBuilder last = new StringBuilder();

    void relay(BlockingQueue<StringBuilder> in, BlockingQueue<StringBuilder> out) throws InterruptedException {
        while (true) {
            StringBuilder message = in.take();
            last = message;
            out.put(message); //! move.not.owned
        }
    }

    String last() {
        return last.toString();
    }
}
