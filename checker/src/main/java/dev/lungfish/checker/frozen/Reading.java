package dev.lungfish.checker.frozen;

/** Which fields count as final. */
public enum Reading {
    /**
     * For values that are handed over or shared: private fields that only constructors and initialisers write count as final, because every
     * hand-over that the analysis knows orders the constructor before the reader.
     */
    SHARING,
    /** For what is declared frozen: only real final fields, because such an object may be published by a race (JLS 17.5). */
    DECLARED
}
