package dev.lungfish.checker.model;

/** A contract file that cannot be read as one. */
public final class ContractFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 80;

    private final int line;
    private final String found;

    /**
     * @param line from 1
     * @param found what stands there
     */
    public ContractFormatException(int line, String found) {
        super("line " + line + ": " + found);
        this.line = line;
        this.found = found.length() > LONGEST ? found.substring(0, LONGEST) : found;
    }

    /** A file of a version that this release does not read. */
    static ContractFormatException version(String found) {
        return new ContractFormatException(0, found);
    }

    /** Whether nothing is wrong with the file but that its version is not ours. */
    public boolean isOtherVersion() {
        return line == 0;
    }

    /** The line, from 1; 0 if the version is not ours. */
    public int line() {
        return line;
    }

    /** What stands in that line, or the version. */
    public String found() {
        return found;
    }
}
