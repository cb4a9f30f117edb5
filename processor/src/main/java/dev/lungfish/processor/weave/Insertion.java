package dev.lungfish.processor.weave;

import dev.lungfish.checker.residual.ResidualCheck;

/**
 * One call of the runtime that is to be woven in.
 *
 * @param kind which
 * @param spot before which instruction, and about which of its operands
 * @param site where, as failures name it: {@code File.java:18}
 * @param why why it was not proved; empty for a mark
 * @param check what asked for it
 */
record Insertion(ResidualCheck.Kind kind, Spot spot, String site, String why, ResidualCheck check) {
}
