package spec.threads;

/*
 * The result field of a thread is read before join.
 * Verdict: derived.
 */
public class ThreadSubclassReadsOut {
    static final class Adder extends Thread {
        int sum;
        @Override public void run() { for (int i = 0; i < 1000; i++) { sum += i; } }
    }
    int early() throws InterruptedException {
        Adder a = new Adder();
        a.start(); //~
        int s = a.sum; //! use.after.move
        a.join();
        return s;
    }
    int late() throws InterruptedException {
        Adder a = new Adder();
        a.start();
        a.join();
        return a.sum;
    }
}
