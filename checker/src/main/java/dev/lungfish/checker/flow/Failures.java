package dev.lungfish.checker.flow;

/** What a bug report needs of an internal failure: where it happened, in one line. */
final class Failures {
    private Failures() {
    }

    static String where(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        for (StackTraceElement frame : trace) {
            if (frame.getClassName().startsWith("dev.lungfish.")) {
                return " at " + frame;
            }
        }
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}
