// Gap: G-03, racy publication of objects whose fields are final in effect only
// Why: a private field that is written in constructors only counts as final; that holds for every hand-over that orders the two threads, and not
//      for a plain field of a class that is believed to be thread-safe.
// Since: 0.1.0
import dev.lungfish.annotation.ThreadSafe;
import java.util.concurrent.ExecutorService;

public class RacyPublication {
    static final class Settings {
        private int port;

        Settings(int port) {
            this.port = port;
        }

        int port() {
            return port;
        }
    }

    @ThreadSafe(trusted = "wrong, for this test")
    static final class Board {
        Settings latest = new Settings(0);
    }

    void run(ExecutorService pool, Board board) {
        pool.execute(() -> board.latest = new Settings(8080)); //MISSED threadsafe.unprotected
        pool.execute(() -> System.out.println(board.latest.port()));
    }
}
