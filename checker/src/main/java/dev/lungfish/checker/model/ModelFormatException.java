package dev.lungfish.checker.model;

/** A model file that cannot be read as one; the message names the file, the line and what was expected there. */
public final class ModelFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * @param file the file as the user named it
     * @param line from 1; 0 if the whole file is meant
     * @param problem what is wrong, lower case, no full stop
     */
    public ModelFormatException(String file, int line, String problem) {
        super(line > 0 ? file + ":" + line + ": " + problem : file + ": " + problem);
    }
}
