package spec.contracts;

import java.util.ArrayList;
import java.util.List;

/*
 * The worker got its list by a setter before it was started.
 * Verdict: derived.
 */
public class SetterInjection {
    static final class Worker extends Thread {
        private List<String> target;
        void setTarget(List<String> t) { target = t; }
        @Override public void run() { target.add("x"); }
    }
    void run() {
        List<String> list = new ArrayList<>();
        Worker w = new Worker();
        w.setTarget(list);
        w.start(); //~
        list.add("y"); //! use.after.move
    }
    void joined() throws InterruptedException {
        List<String> list = new ArrayList<>();
        Worker w = new Worker();
        w.setTarget(list);
        w.start();
        w.join();
        list.add("y");
    }
}
