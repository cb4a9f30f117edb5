package dev.lungfish.processor;

/** Something that a user gave us cannot be used. Its message says what and why, and is all that is shown. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what cannot be used. */
    public InputException(String message) {
        super(message);
    }
}
