package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Supplier;

/*
 * A stream over a guarded array, made under the lock by a helper and returned by a function of the object: one deed, told once.
 * Verdict: derived.
 */
public class ReturnedFromHelper {
    @InRegion("this") private final byte[] bytes = new byte[100];
    @InRegion("this") private int count;

    public Supplier<InputStream> view() {
        return new Supplier<>() {
            @Override
            public InputStream get() {
                return open(); //! region.escape
            }
        };
    }

    public Supplier<InputStream> copied() {
        return new Supplier<>() {
            @Override
            public InputStream get() {
                return copy();
            }
        };
    }

    private synchronized InputStream open() {
        return new ByteArrayInputStream(bytes, 0, count);
    }

    private synchronized InputStream copy() {
        return new ByteArrayInputStream(bytes.clone(), 0, count);
    }

    public synchronized void write(byte one) {
        bytes[count++] = one;
    }
}
