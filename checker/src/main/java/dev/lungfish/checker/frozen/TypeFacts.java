package dev.lungfish.checker.frozen;

import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** What the library models say about types; asked before anything is inferred. */
@FunctionalInterface
public interface TypeFacts {
    /** The row of this type, or nothing if there is none. */
    Optional<Fact> of(TypeElement type);

    /**
     * One row.
     *
     * @param detail the name of the thread for {@link Kind#CONFINED}, otherwise empty
     */
    record Fact(Kind kind, String detail) {
        /** A row without detail. */
        public static Fact of(Kind kind) {
            return new Fact(kind, "");
        }
    }

    /** The verdicts that a row can give. */
    enum Kind {
        /** Deeply immutable. */
        FROZEN,
        /** An immutable shell: frozen if its type arguments are. */
        FROZEN_IF_ARGUMENTS,
        /** Protects itself, and changes. */
        SHAREABLE,
        /** Protects itself, and holds no data of the graph it stands in: locks, loggers, executors, cowns. */
        STOP,
        /** A thread-safe shell around one value that goes from thread to thread: futures. */
        BOX,
        /** Mutable, and nothing protects it. */
        TRACKED,
        /** Mutable, and never frozen, whoever owns it. */
        NEVER,
        /** Belongs to one thread. */
        CONFINED
    }
}
