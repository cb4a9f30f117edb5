// Gap: G-06, trusted claims
// Why: @ThreadSafe(trusted = ...) is believed and counted, not checked.
// Since: 0.1.0
import dev.lungfish.annotation.ThreadSafe;
import java.util.concurrent.ExecutorService;

public class TrustedClaim {
    @ThreadSafe(trusted = "wrong, for this test")
    static final class Counter {
        private int count; //MISSED threadsafe.unprotected

        void increment() {
            count++;
        }
    }

    void run(ExecutorService pool) {
        Counter counter = new Counter();
        pool.execute(() -> counter.increment());
        pool.execute(() -> counter.increment());
    }
}
