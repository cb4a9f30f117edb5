package spec.racy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/*
 * Two returns give out parts of a connection that finally puts back.
 * Verdict: the caller reads what another thread may have taken.
 */
public class PartReturnedOnTwoWays {
    static final class Connection {
        private final List<String> rows = new ArrayList<>();
    }

    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(4);

    List<String> rows(boolean fresh) throws InterruptedException {
        Connection connection = idle.take();
        try {
            if (fresh) {
                List<String> none = new ArrayList<>();
                return none;
            }
            return connection.rows; //| use.after.move
        } finally {
            idle.put(connection); //~
        }
    } //! use.after.move
}
