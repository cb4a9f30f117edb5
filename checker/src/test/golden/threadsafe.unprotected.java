// ConnectionGate.java
import dev.lungfish.annotation.ThreadSafe;
import java.util.concurrent.atomic.AtomicInteger;

@ThreadSafe
public final class ConnectionGate {
    private final AtomicInteger connections = new AtomicInteger();
    private boolean closed;

    void close() {
        closed = true;
    }

    boolean enter() {
        return !closed && connections.incrementAndGet() > 0;
    }
}
