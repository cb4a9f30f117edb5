package spec.library;

import java.util.concurrent.Exchanger;

/*
 * Each round gives one buffer and gets another.
 * Verdict: derived.
 */
public class ExchangedInLoop {
    void run(Exchanger<StringBuilder> exchanger) throws InterruptedException {
        StringBuilder buffer = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            buffer.append(i);
            buffer = exchanger.exchange(buffer);
            buffer.setLength(0);
        }
    }
}
