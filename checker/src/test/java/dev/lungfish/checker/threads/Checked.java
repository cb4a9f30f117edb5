package dev.lungfish.checker.threads;

import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.KnownTypes;
import dev.lungfish.checker.model.LibraryModels;
import java.util.List;

/** What the checks of this package need for one program. */
record Checked(ThreadReach reach, TypeVerdicts verdicts) {
    static Checked of(Program program) {
        LibraryModels models = LibraryModels.load(List.of());
        KnownTypes known = KnownTypes.load(List.of());
        return new Checked(new ThreadReach(program, models, known), new TypeVerdicts(program, known, models));
    }
}
