package spec.declared;

import dev.lungfish.annotation.InRegion;

/*
 * The expression names something that is no lock.
 * Verdict: derived.
 */
public class InRegionOfMethod {
    private final String name = "x";
    private @InRegion("name") int count; //! annotation.invalid
    int count() { return count; } //? region.not.open
}
