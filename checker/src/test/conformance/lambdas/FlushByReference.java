package spec.lambdas;

import java.util.concurrent.ExecutorService;

/*
 * The receiver of a method reference is written after the reference was submitted.
 * Verdict: the task has the receiver.
 */
public class FlushByReference {
    static final class Journal {
        private final StringBuilder text = new StringBuilder();

        void write(String line) {
            text.append(line);
        }

        void flush() {
            System.out.println(text);
            text.setLength(0);
        }
    }

    void run(ExecutorService pool) {
        Journal journal = new Journal();
        journal.write("a");
        pool.submit(journal::flush); //~
        journal.write("b"); //! use.after.move
    }
}
