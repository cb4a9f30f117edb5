package pipeline;

import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Region;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A camera, a filter and a viewer. Each frame is a region that moves from one to the next through channels: no copy, no lock, and a handle
 * that was sent is dead for the sender, at compile time and at run time.
 */
public final class Pipeline {
    private static final int FRAMES = 50;

    private Pipeline() {
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        Channel<Frame> raw = new Channel<>(4);
        Channel<Frame> bright = new Channel<>(4);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> camera = pool.submit(() -> {
                film(raw);
                return null;
            });
            Future<Integer> filter = pool.submit(() -> brighten(raw, bright));
            long light = 0;
            for (int i = 0; i < FRAMES; i++) {
                Region<Frame> frame = bright.receive();
                light += frame.call(Frame::sum);
            }
            camera.get();
            System.out.println(filter.get() + " frames filtered, " + light + " units of light");
        } finally {
            pool.shutdown();
        }
    }

    private static void film(Channel<Frame> out) throws InterruptedException {
        for (int i = 1; i <= FRAMES; i++) {
            int number = i;
            Region<Frame> frame = Region.create("frame " + number, Frame::new);
            frame.run(open -> open.fill(number));
            out.send(frame);
        }
    }

    private static int brighten(Channel<Frame> in, Channel<Frame> out) throws InterruptedException {
        int last = 0;
        while (last < FRAMES) {
            Region<Frame> frame = in.receive();
            last = frame.call(open -> {
                open.brighten(16);
                return open.number();
            });
            out.send(frame);
        }
        return last;
    }
}
