package dev.lungfish.checker.residual;

import dev.lungfish.checker.region.SourcePoint;
import java.util.Comparator;
import java.util.List;

/**
 * What must be verified at run time because it was not proved, or may be relied on there because it was.
 *
 * @param kind what to do
 * @param value the whole expression whose value it is about, from its first character to its last; {@link SourcePoint#NOWHERE} if the value is
 *     not written in the source, as the object itself in a call without receiver
 * @param at the expression that asks for it: where its note stands, and what a failure names
 * @param message id of the note; {@code message + ".why"} is the id of the reason. Empty if nothing is asked
 * @param names what the reason mentions, in the order of its placeholders
 * @param after for {@link Kind#NOT_MOVED} the hand-overs after which the use is wrong, in source order; else none
 * @param detail for {@link Kind#HELD} the fields that lead from the value to its lock, with dots between, empty if it is its own; for {@link Kind#ON_THREAD}
 *     the thread; else empty
 * @param member the class and member in which it stands, as {@code pkg.Outer.Inner#method(Type)}
 */
public record ResidualCheck(Kind kind, SourcePoint value, SourcePoint at, String message, List<String> names, List<HandOver> after, String detail, String member)
        implements Comparable<ResidualCheck> {
    private static final Comparator<ResidualCheck> ORDER = Comparator.comparing(ResidualCheck::at).thenComparing(ResidualCheck::value)
            .thenComparing(ResidualCheck::kind).thenComparing(ResidualCheck::detail);

    /** What is done with the value, before the operation that takes it. */
    public enum Kind {
        /** Nothing else refers into its region. */
        ISOLATED,
        /** Its elements share nothing that can change. */
        DISJOINT,
        /**
         * The name by which it is used has not been given away on the way here. This asks nothing that a finding has not said: it is inserted only
         * where {@code use.after.move} is reported, and lets the program fail there.
         */
        NOT_MOVED,
        /** Nobody has frozen it. */
        NOT_FROZEN,
        /** This thread holds the lock that guards a part of it. */
        HELD,
        /** This thread is the one to which what is touched belongs: the value is the touch itself. */
        ON_THREAD,
        /** Code that nobody has analysed gets a reference that it may keep. */
        UNAWARE,
        /** The freeze that takes it needs no proof from classes: its region is isolated. */
        FREEZE_OWNED;

        /** Whether it hands on a proof and verifies nothing: it is inserted whatever the user wants done with checks. */
        public boolean isMark() {
            return this == FREEZE_OWNED;
        }

        /** Whether it stands for a proof that is missing, and can fail. */
        public boolean isQuestion() {
            return this != FREEZE_OWNED && this != UNAWARE && this != NOT_MOVED;
        }

        /** Whether a user has been told to count on it: where it finds no place, that is said. */
        public boolean isPromised() {
            return isQuestion() || this == UNAWARE;
        }

        /** Whether its failure says what was not proved; those without a reason say by themselves what is wrong. */
        public boolean hasReason() {
            return this == ISOLATED || this == DISJOINT;
        }
    }

    /** One that needs no detail. */
    public ResidualCheck(Kind kind, SourcePoint value, SourcePoint at, String message, List<String> names, String member) {
        this(kind, value, at, message, names, "", member);
    }

    /** One that asks about no hand-over. */
    public ResidualCheck(Kind kind, SourcePoint value, SourcePoint at, String message, List<String> names, String detail, String member) {
        this(kind, value, at, message, names, List.of(), detail, member);
    }

    public ResidualCheck {
        names = List.copyOf(names);
        after = List.copyOf(after);
    }

    @Override
    public int compareTo(ResidualCheck other) {
        return ORDER.compare(this, other);
    }
}
