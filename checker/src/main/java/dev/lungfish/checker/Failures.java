package dev.lungfish.checker;

import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.region.Violation;
import java.util.List;

/** Internal failures as findings: one line that says what broke and where, so that it can be reported; the build goes on. */
public final class Failures {
    private Failures() {
    }

    /** A failure without a place in the source. */
    static Violation asViolation(String what, Throwable failure) {
        return asViolation(what, failure, SourcePoint.NOWHERE, "");
    }

    /** A failure in the analysis of a piece of code. */
    public static Violation asViolation(String what, Throwable failure, SourcePoint at, String member) {
        return new Violation("not.understood", Certainty.POSSIBLE, "internal.failure", List.of(what, failure + where(failure)), at, List.of(), member);
    }

    private static String where(Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.lungfish.")) {
                return " at " + frame;
            }
        }
        return "";
    }
}
