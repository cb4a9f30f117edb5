package spec.library;

import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/*
 * After a TimeoutException the buffer was not taken.
 * Verdict: derived.
 */
public class ExchangerTimeout {
    StringBuilder run(Exchanger<StringBuilder> exchanger) throws InterruptedException {
        StringBuilder mine = new StringBuilder("x");
        try {
            return exchanger.exchange(mine, 1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            mine.append(" (nobody came)");
            return mine;
        }
    }
}
