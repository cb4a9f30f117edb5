package spec.library;

import java.util.concurrent.Exchanger;

/*
 * The buffer given in exchange belongs to the partner.
 * Verdict: derived.
 */
public class ExchangedBuffer {
    void run(Exchanger<StringBuilder> exchanger) throws InterruptedException {
        StringBuilder mine = new StringBuilder("x");
        StringBuilder theirs = exchanger.exchange(mine); //~
        theirs.append("fine");
        mine.append("late"); //! use.after.move
    }
}
