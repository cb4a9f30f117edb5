package dev.lungfish.checker.testing;

import dev.lungfish.checker.declared.FrozenDeclarations;
import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.javac.ProgramCheck;
import dev.lungfish.checker.model.KnownTypes;
import dev.lungfish.checker.model.LibraryModels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Verdicts and declaration checks with the shipped models, for tests. */
public final class FrozenSources {
    private static final ProgramCheck CHECK = (program, sink) -> new FrozenDeclarations(verdicts(program)).check(program, sink);

    private FrozenSources() {
    }

    /** Verdicts on the types of a program. */
    public static TypeVerdicts verdicts(Program program) {
        return new TypeVerdicts(program, KnownTypes.load(List.of()), LibraryModels.load(List.of()));
    }

    /** Runs all frozen declaration checks over the texts and compares findings and marks. */
    public static List<Finding> expectMarks(String... texts) {
        return MarkedSources.expectMarks(CHECK, texts);
    }

    /** A text beside the tests of the frozen package. */
    public static String resource(String name) {
        try (InputStream in = FrozenSources.class.getResourceAsStream("/dev/lungfish/checker/frozen/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
