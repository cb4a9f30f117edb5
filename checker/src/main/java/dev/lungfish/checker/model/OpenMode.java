package dev.lungfish.checker.model;

/** What the holder of an opened region may do with it. */
public enum OpenMode {
    WRITE('W'),
    READ('R'),
    /** Reads count only after a successful validation. */
    OPTIMISTIC('O');

    private final char letter;

    OpenMode(char letter) {
        this.letter = letter;
    }

    /** The letter in a model file. */
    public char letter() {
        return letter;
    }
}
