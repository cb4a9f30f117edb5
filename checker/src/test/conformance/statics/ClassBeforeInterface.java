package own.statics;

import java.util.ArrayList;
import java.util.List;

/*
 * A class inherits a method from its superclass and a default method of the same signature from an interface: the class wins, and that is what the thread runs.
 */
class ClassBeforeInterface {
    static final List<String> SEEN = new ArrayList<>();

    static class Base {
        public void run() {
            SEEN.add("x"); //! static.mutable
        }
    }

    interface Idle extends Runnable {
        @Override
        default void run() {
        }
    }

    static class Both extends Base implements Idle {
    }

    void start() {
        new Thread(new Both()).start();
        SEEN.add("y"); //~
    }
}
