package dev.lungfish.checker.region;

import java.util.List;
import java.util.Optional;

/** What the semantics must know of the method around an operation. */
public interface MethodContext {
    /** Who decides about a formal. */
    enum Ownership {
        /** The method owns it ({@code @Moved}). */
        OWNED,
        /** Declared {@code @Borrowed}, or the method of a checked interface. */
        BORROWED,
        /** Closed method: what it does to the formal becomes its summary, and callers are checked. */
        INFERRED,
        /** Open method whose callers are all visible: they decide. */
        CALLERS,
        /** Open method: the caller keeps it. */
        OPEN
    }

    /** Who decides about this formal. */
    Ownership ownership(int formal);

    /** Whether the element is a formal. */
    boolean isFormal(int element);

    /** The element as the source names it. */
    String nameOf(int element);

    /** The element that stands for the base of a region's path, or {@link RegionOp#NONE}. */
    int elementOfBase(RegionKey region);

    /**
     * Whether the element stands for a part of a named region's content: what one guarded field alone leads to, or, of each region, all the rest.
     * A home is never dropped, so that two parts that came together stay together.
     */
    default boolean isHome(int element) {
        return false;
    }

    /** Whether the callers can be asked to have this region open. */
    boolean mayRequire(RegionKey region);

    /** Whether the lock of this region was given to the object that names it, so that it may be known by another name. */
    default boolean mayHaveOtherNames(RegionKey region) {
        return false;
    }

    /** Whether the method promises to be called with this region open, so that its callers have it open afterwards too. */
    default boolean callersHold(RegionKey region) {
        return false;
    }

    /** Whether this is the object that the method is constructing: nobody else has it yet. */
    boolean isUnderConstruction(int element);

    /**
     * A second access to a field that the other side writes, in code that anybody may call and where no lock is held; empty if none is known.
     *
     * @param touch what the other side touches
     * @param site where it starts
     */
    Optional<Violation.Step> overlap(Touch touch, Site site);

    /** Whether the type of a value says nothing of what it is: a type variable, or {@code Object}. It may as well be frozen. */
    boolean isOpaque(int element);

    /** Whether nothing shows that a value is unprotected mutable state: what its type stands for may protect itself. */
    default boolean mayProtectItself(int element) {
        return false;
    }

    /** How two elements became connected: the steps between their names, oldest first. */
    List<Violation.Step> connection(int a, int b, Site use);

    /**
     * Whether two elements are in one region only because both lead to something that they have in common: as far as is seen, neither leads to the
     * other. What is given to another thread with one of them is then perhaps not what is done to the other.
     */
    default boolean shareOnlyAPart(int a, int b) {
        return false;
    }

    /** What is back when the thread that a formal is has ended, or {@link RegionOp#NONE}. */
    default int loanTo(int formal) {
        return RegionOp.NONE;
    }

    /** The collection of the source that a walk goes through, if it has one name that nothing else ever gets; otherwise {@link RegionOp#NONE}. */
    default int walkedBy(int walker) {
        return RegionOp.NONE;
    }

    /** Whether one element is another one, a part of it, or was read out of it, and nothing but names and fields says so. */
    default boolean isSeenIn(int whole, int part) {
        return false;
    }

    /** Whether what is shared leads to this element; otherwise only something that it has in common with it does, as far as is seen. */
    default boolean isPartOfShared(int element) {
        return true;
    }

    /**
     * How an element came into this region, or, if that is null, to be shared: where the region was opened and closed, where the element was
     * read or published, and the steps between; oldest first.
     */
    default List<Violation.Step> origin(int element, RegionKey region, Site use) {
        return List.of();
    }

    /**
     * Whether one of these locks may be the one that what is touched at the site needs, and a check at run time can tell.
     *
     * @param held the regions that are open; those that are {@link RegionKey#isUnnamed unnamed} may be any lock of their type
     */
    default boolean mayBeHeld(java.util.Set<RegionKey> held, Site site) {
        return false;
    }

    /** Whether everything unknown is a finding here. */
    boolean isStrict();
}
