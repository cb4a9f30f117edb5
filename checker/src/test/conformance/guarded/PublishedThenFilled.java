package spec.guarded;

import dev.lungfish.annotation.InRegion;
import dev.lungfish.annotation.ThreadSafe;
import java.util.concurrent.BlockingQueue;

/*
 * The object is in the registry, where others find it, when its guarded field is set.
 * Verdict: derived; from then on the field is touched under the lock only.
 */
@ThreadSafe
public final class PublishedThenFilled {
    private @InRegion("this") int version;

    static PublishedThenFilled register(BlockingQueue<PublishedThenFilled> registry) {
        PublishedThenFilled result = new PublishedThenFilled();
        result.version = 1;
        registry.add(result);
        result.version = 2; //! region.not.open
        return result;
    }

    static void registerAll(BlockingQueue<PublishedThenFilled> registry, int times) {
        PublishedThenFilled result = new PublishedThenFilled();
        for (int i = 0; i < times; i++) {
            synchronized (result) {
                result.version = i;
            }
            registry.add(result);
        }
    }

    synchronized int version() {
        return version;
    }
}
