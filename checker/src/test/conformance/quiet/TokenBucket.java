package spec.quiet;

import dev.lungfish.annotation.InRegion;
import dev.lungfish.annotation.ThreadSafe;

/*
 * A rate limiter whose fields are guarded by its monitor.
 * Verdict: no finding.
 */
@ThreadSafe
public class TokenBucket {
    private final long capacity;
    private @InRegion("this") double tokens;
    private @InRegion("this") long last;

    TokenBucket(long capacity, long now) {
        this.capacity = capacity;
        this.tokens = capacity;
        this.last = now;
    }

    synchronized boolean tryAcquire(long now) {
        refill(now);
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    private void refill(long now) {
        tokens = Math.min(capacity, tokens + (now - last) / 1000.0);
        last = now;
    }
}
