package dev.lungfish.processor.cli;

import dev.lungfish.processor.InputException;
import dev.lungfish.processor.Options;
import dev.lungfish.processor.Session;
import dev.lungfish.processor.Versions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The command line. Exit codes: 0 nothing at error level, 1 findings, 2 bad usage or input, 3 internal failure. */
@Command(name = "lungfish", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
        description = "Region ownership for Java: data races become compile-time findings.",
        synopsisSubcommandLabel = "COMMAND", usageHelpAutoWidth = true,
        subcommands = {CheckCommand.class, RulesCommand.class, ExplainCommand.class, BaselineCommand.class, MergeCommand.class,
            CommandLine.HelpCommand.class, AutoComplete.GenerateCompletion.class},
        footer = {"", "Exit codes: 0 nothing at error level, 1 findings, 2 bad usage or the program does not compile, 3 internal failure."})
public final class Main implements Runnable {
    /** Nothing at error level. */
    static final int OK = 0;
    /** Findings at error level. */
    static final int FINDINGS = 1;
    /** Bad usage, bad input, or a program that does not compile. */
    static final int USAGE = 2;
    /** A defect of ours. */
    static final int INTERNAL = 3;

    private static final long STACK_BYTES = 256L << 20;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        // Compilers recurse as deep as the source nests: a stack of our own, whatever the JVM's default is.
        new Thread(null, () -> runAndExit(arguments), "lungfish", STACK_BYTES).start();
    }

    private static void runAndExit(String... arguments) {
        PrintWriter out = new PrintWriter(utf8(FileDescriptor.out));
        PrintWriter err = new PrintWriter(utf8(FileDescriptor.err), true);
        int code = INTERNAL;
        try {
            code = run(out, err, Session::new, arguments);
        } finally {
            out.flush();
            err.flush();
            System.exit(code);
        }
    }

    /**
     * Runs a command; nothing is printed but to these two.
     *
     * @param sessions makes the session that examines a program
     */
    static int run(PrintWriter out, PrintWriter err, Function<Options, Session> sessions, String... arguments) {
        Terminal terminal = Terminal.detect(out, err);
        CommandLine line = new CommandLine(new Main(), new CommandFactory(terminal, sessions));
        line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.picocliAnsi()));
        line.getSubcommands().get("generate-completion").getCommandSpec().usageMessage().hidden(false);
        line.setParameterExceptionHandler(Main::explainUsage);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof InputException) {
                err.println("lungfish: " + failure.getMessage());
                return USAGE;
            }
            err.println("lungfish: internal failure, this is a defect of Lungfish: " + Session.describe(failure));
            return INTERNAL;
        });
        return line.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    private static int explainUsage(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("lungfish: " + problem.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(problem, err)) {
            err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        return USAGE;
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Reads the version from the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"lungfish " + Versions.own(), "JVM " + Runtime.version()};
        }
    }
}
