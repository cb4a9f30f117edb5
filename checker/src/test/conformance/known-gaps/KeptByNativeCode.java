// Gap: G-02, Unsafe, JNI and bytecode agents
// Why: a native method has no body; its types allow it to keep nothing, but it may.
// Since: 0.1.0
import java.util.concurrent.BlockingQueue;

public class KeptByNativeCode {
    static final class Basket {
        int items;
    }

    private static native void remember(Basket basket);

    private static native Basket remembered();

    void ship(BlockingQueue<Basket> queue) throws InterruptedException {
        Basket basket = new Basket();
        remember(basket);
        queue.put(basket);
        remembered().items++; //MISSED use.after.move
    }
}
