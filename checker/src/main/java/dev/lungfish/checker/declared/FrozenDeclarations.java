package dev.lungfish.checker.declared;

import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.javac.ProgramCheck;
import dev.lungfish.checker.region.Violation;
import java.util.List;
import java.util.function.Consumer;

/** All checks of what declarations promise about deep immutability. Confined to the compiler's thread. */
public final class FrozenDeclarations implements ProgramCheck {
    private final List<ProgramCheck> checks;

    /** The checks, with these verdicts on the same program. */
    public FrozenDeclarations(TypeVerdicts verdicts) {
        this.checks = List.of(new FrozenClassCheck(verdicts), new FrozenFieldCheck(verdicts), new FrozenFunctionCheck(verdicts),
                new FrozenArgumentCheck(verdicts), new FrozenThisEscapeCheck(verdicts));
    }

    @Override
    public void check(Program program, Consumer<Violation> sink) {
        checks.forEach(check -> check.check(program, sink));
    }
}
