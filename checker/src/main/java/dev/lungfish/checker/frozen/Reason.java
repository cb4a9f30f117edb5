package dev.lungfish.checker.frozen;

/** Why a part is not frozen. The id is the end of a message id; the words themselves are in the messages file. */
public enum Reason {
    /** A field that can be assigned again. */
    NOT_FINAL("not.final"),
    /** A library type that can be written. */
    LIBRARY("library"),
    /** An interface or {@code Object}: any implementation may stand behind it. */
    ANY_IMPLEMENTATION("any.implementation"),
    /** A functional type: a function may keep any state. */
    FUNCTION("function"),
    /** A class that is not final: a subclass may add fields. */
    OPEN_CLASS("open.class"),
    /** An array that is not private to its object. */
    ARRAY("array"),
    /** An array that was private to its object, but is let out. */
    ARRAY_LET_OUT("array.let.out"),
    /** A type variable without a frozen bound, or a raw type. */
    TYPE_VARIABLE("type.variable"),
    /** A thread-safe object that changes: shareable, but no part of something frozen. */
    THREAD_SAFE("thread.safe"),
    /** A view of a collection that somebody else can write. */
    VIEW("view"),
    /** A copy that can be written like its original. */
    COPY("copy"),
    /** What a lambda or an inner class captures. */
    CAPTURED("captured"),
    /** The surrounding instance that an inner class uses. */
    OUTER_INSTANCE("outer.instance"),
    /** A constructor that lets the object out before its last field is set. */
    THIS_ESCAPES("this.escapes"),
    /** Never frozen, whoever owns it: threads, streams, iterators, references. */
    NEVER("never"),
    /** A class file is missing, or says too little. */
    NOT_KNOWN("not.known");

    private final String id;

    Reason(String id) {
        this.id = id;
    }

    /** The words by which message ids name this reason. */
    public String id() {
        return id;
    }
}
