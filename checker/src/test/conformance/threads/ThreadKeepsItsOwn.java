package spec.threads;

/*
 * Fields of a thread that nobody but the thread touches, whoever keeps its object. Another that is read from outside, and one that reaches into
 * its neighbour.
 * Verdict: derived.
 */
public class ThreadKeepsItsOwn {
    static class Worker extends Thread {
        private int handled;

        @Override
        public void run() {
            while (handled < 1000) {
                handled++;
            }
        }
    }

    private final Worker first = new Worker();
    private Worker last;

    void start() {
        first.start();
        last = new Worker();
        last.start();
        Worker more = new Worker();
        more.start();
        last = more;
    }

    static class Stage extends Thread {
        private final Stage next;
        private int passed;

        Stage(Stage next) {
            this.next = next;
        }

        @Override
        public void run() {
            passed++;
        }
    }

    private Stage entry;

    void chain() {
        Stage second = new Stage(null);
        second.start();
        entry = new Stage(second);
        entry.start();
    }

    static class Shown extends Thread {
        private int count;

        @Override
        public void run() {
            count++;
        }

        int count() {
            return count;
        }
    }

    private final Shown shown = new Shown();

    void startShown() {
        shown.start(); //! move.not.owned
    }

    int look() {
        return shown.count();
    }

    static class Pushing extends Thread {
        private final Pushing next;
        private int pushed;

        Pushing(Pushing next) {
            this.next = next;
        }

        @Override
        public void run() {
            pushed++;
            next.pushed++;
        }
    }

    private Pushing head;

    void push() {
        Pushing tail = new Pushing(null);
        tail.start();
        head = new Pushing(tail);
        head.start(); //! use.after.move|move.not.owned
    }

    static class Poking extends Thread {
        private int pokes;
        private Poking peer;

        @Override
        public void run() {
            poke();
            if (peer != null) {
                peer.poke();
            }
        }

        private void poke() {
            pokes++;
        }
    }

    static void poke() {
        Poking one = new Poking();
        Poking two = new Poking();
        one.peer = two;
        one.start();
        two.start(); //! use.after.move
    }
}
