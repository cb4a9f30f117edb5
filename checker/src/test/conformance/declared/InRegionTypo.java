package spec.declared;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/*
 * Misspelt.
 * Verdict: derived.
 */
public class InRegionTypo {
    private final ReentrantLock lock = new ReentrantLock();
    @InRegion("lok") private final List<String> names = new ArrayList<>(); //! annotation.invalid
}
