package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.RegionKey;
import java.util.Locale;
import java.util.Set;

/**
 * What ends many loans together.
 *
 * @param kind how
 * @param owner the stable path to the executor, scope or latch
 */
record LoanGroup(Kind kind, RegionKey owner) implements Comparable<LoanGroup> {
    /** ALL: everything started through the owner; CLOSED: the same, if closing the owner waits for it; LATCH: what counts down. */
    enum Kind { ALL, CLOSED, LATCH }

    /** The name under which hand-overs know it. */
    String name() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + owner;
    }

    /** Whether each loan of the group is counted where it is made: the latch says how many there may be. */
    boolean isCounted() {
        return kind == Kind.LATCH;
    }

    /** The names of the groups that end it: whoever waits for everything need not close. */
    Set<String> ending() {
        return kind == Kind.CLOSED ? Set.of(name(), new LoanGroup(Kind.ALL, owner).name()) : Set.of(name());
    }

    /** The same group of another owner. */
    LoanGroup of(RegionKey other) {
        return new LoanGroup(kind, other);
    }

    @Override
    public int compareTo(LoanGroup other) {
        return name().compareTo(other.name());
    }
}
