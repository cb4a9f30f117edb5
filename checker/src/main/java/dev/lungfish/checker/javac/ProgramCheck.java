package dev.lungfish.checker.javac;

import dev.lungfish.checker.region.Violation;
import java.util.function.Consumer;

/** A check over declarations of a whole program. It answers with violations and never speaks. */
@FunctionalInterface
public interface ProgramCheck {
    /** Passes each violation once, in source order per class. */
    void check(Program program, Consumer<Violation> sink);
}
