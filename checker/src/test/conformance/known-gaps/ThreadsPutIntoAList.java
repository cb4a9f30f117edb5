// Gap: G-24, threads of a class of the program, put into a collection where they are started
// Why: through the collection nobody is taken to reach what the thread runs, which holds of threads that were given a task and not of those with fields of their own.
// Since: 0.1.0
import java.util.ArrayList;
import java.util.List;

public class ThreadsPutIntoAList {
    static final class Worker extends Thread {
        private long sum;

        @Override
        public void run() {
            sum++;
        }
    }

    long tooEarly(int n) {
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Worker worker = new Worker();
            workers.add(worker);
            worker.start();
        }
        long total = 0;
        for (Worker worker : workers) {
            total += worker.sum; //MISSED use.after.move
        }
        return total;
    }
}
