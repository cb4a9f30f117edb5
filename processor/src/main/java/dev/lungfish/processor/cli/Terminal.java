package dev.lungfish.processor.cli;

import dev.lungfish.checker.rule.Level;
import java.io.PrintWriter;
import picocli.CommandLine;

/**
 * Where a command prints. Colours only where a person looks: on a terminal, and only if the variable {@code NO_COLOR} is not set.
 *
 * @param out results
 * @param err what goes wrong, and progress
 * @param colours whether to colour
 * @param interactive whether a person sees progress
 */
record Terminal(PrintWriter out, PrintWriter err, boolean colours, boolean interactive) {
    private static final String RESET = "\u001b[0m";

    static Terminal detect(PrintWriter out, PrintWriter err) {
        boolean terminal = System.console() != null && isTerminal();
        String noColour = System.getenv("NO_COLOR");
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        return new Terminal(out, err, terminal && !dumb && (noColour == null || noColour.isEmpty()), terminal);
    }

    /** From JDK 22 on there is a console also where output goes into a pipe; there it can be asked. */
    private static boolean isTerminal() {
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    CommandLine.Help.Ansi picocliAnsi() {
        return colours ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
    }

    String bold(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String level(Level level, String text) {
        return paint(switch (level) {
            case ERROR -> "1;31";
            case WARNING -> "1;33";
            case NOTE -> "1;36";
        }, text);
    }

    String code(String text) {
        return paint("36", text);
    }

    private String paint(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + RESET : text;
    }

    /** Says what is going on, where a person waits; never in a pipe or a log. */
    void progress(String text) {
        if (interactive) {
            err.print("\r\u001b[K" + text);
            err.flush();
        }
    }

    /** Takes the last line of progress away. */
    void progressDone() {
        progress("");
    }
}
