package dev.lungfish.checker.model;

/** What a library type is, for sharing and freezing. */
public enum TypeVerdict {
    /** Deeply immutable. */
    FROZEN("frozen"),
    /** Immutable itself: frozen if each type argument is. */
    FROZEN_IF_ARGUMENTS("frozen-if-arguments"),
    /** Protects itself: several threads may use one instance. Not part of a frozen object. */
    SHAREABLE("shareable"),
    /** As shareable, and it holds no data of the graph: allowed inside frozen objects. */
    STOP("stop"),
    /** As shareable, but its content, of the type argument, is tracked. */
    BOX("box"),
    /** Mutable and unprotected. */
    TRACKED("tracked"),
    /** Tracked, and can be neither frozen nor slurped into a region. */
    NEVER("never"),
    /** Belongs to one named thread. */
    CONFINED("confined"),
    /** Tracked; methods that look like reads write. */
    READS_WRITE("readswrite");

    private final String word;

    TypeVerdict(String word) {
        this.word = word;
    }

    /** The word in a model file. */
    public String word() {
        return word;
    }
}
