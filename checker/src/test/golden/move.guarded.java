// ChatRoom.java
import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

public class ChatRoom {
    private final Object lock = new Object();
    private @InRegion("lock") List<String> lines = new ArrayList<>();

    void say(String line) {
        synchronized (lock) {
            lines.add(line);
        }
    }

    void archive(BlockingQueue<List<String>> transcripts) {
        synchronized (lock) {
            transcripts.add(lines);
        }
    }
}
