// truth: residual.check region.cross.reference
import dev.lungfish.annotation.Moved;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The same for an array, whose elements leave through a queue. */
public class SharedElementsOfArray {
    static final class Frame {
        int[] pixels = new int[4];
    }

    interface Camera {
        @Moved Frame[] shoot();
    }

    static void send(BlockingQueue<Frame> queue, Camera camera) throws InterruptedException {
        for (Frame frame : camera.shoot()) {
            queue.put(frame); // here
        }
    }

    public static void main(String[] args) throws InterruptedException {
        Frame twice = new Frame();
        send(new LinkedBlockingQueue<>(), () -> new Frame[] {new Frame(), twice, twice});
    }
}
