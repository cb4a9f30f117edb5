package dev.lungfish.processor.weave;

import dev.lungfish.checker.residual.ResidualCheck;
import java.util.List;

/**
 * One call of the runtime that is to be woven in.
 *
 * @param kind which
 * @param spot before which instruction, and about which of its operands
 * @param site where, as failures name it: {@code File.java:18}
 * @param why why it was not proved; empty for a mark
 * @param way the fields to read on the way from the operand to what is looked at; none if that is the operand
 * @param check what asked for it
 */
record Insertion(ResidualCheck.Kind kind, Spot spot, String site, String why, List<Field> way, ResidualCheck check) {
    /** A field as class files write it. */
    record Field(String owner, String name, String descriptor) {
    }
}
