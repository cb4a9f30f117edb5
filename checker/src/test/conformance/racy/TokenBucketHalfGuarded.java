package spec.racy;

import dev.lungfish.annotation.InRegion;
import dev.lungfish.annotation.ThreadSafe;

/*
 * A rate limiter that says it is thread-safe, with a field outside its monitor.
 * Verdict: the field last is protected by nothing.
 */
@ThreadSafe
public class TokenBucketHalfGuarded {
    private final long capacity;
    private @InRegion("this") double tokens;
    private long last; //! threadsafe.unprotected

    TokenBucketHalfGuarded(long capacity) {
        this.capacity = capacity;
    }

    boolean tryAcquire(long now) {
        long passed = now - last;
        last = now;
        synchronized (this) {
            tokens = Math.min(capacity, tokens + passed);
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
