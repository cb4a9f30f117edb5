package spec.lambdas;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import spec.support.Counter;

/*
 * A helper method runs whatever it is given on a pool.
 * Verdict: the caller goes on writing what its lambda captured.
 */
public class HelperRunsAsync {
    private final ExecutorService pool = Executors.newCachedThreadPool();

    private void async(String name, Runnable body) {
        pool.execute(() -> {
            System.out.println(name);
            body.run();
        });
    }

    void run() {
        Counter counter = new Counter();
        async("count", counter::increment); //~
        counter.increment(); //! use.after.move
    }
}
