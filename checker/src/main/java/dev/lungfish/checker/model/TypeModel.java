package dev.lungfish.checker.model;

/**
 * What one library type is: a row of a model file. An immutable value.
 *
 * @param name binary name
 * @param thread the thread's name for {@link TypeVerdict#CONFINED}, else empty
 * @param inheritable whether subtypes without a row of their own are the same
 * @param reason why, in a few words
 */
public record TypeModel(String name, TypeVerdict verdict, String thread, boolean inheritable, String reason) {
}
