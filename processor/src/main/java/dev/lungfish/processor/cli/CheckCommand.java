package dev.lungfish.processor.cli;

import dev.lungfish.checker.rule.Level;
import dev.lungfish.processor.InputException;
import dev.lungfish.processor.Options;
import dev.lungfish.processor.OptionParser;
import dev.lungfish.processor.Provenance;
import dev.lungfish.processor.Report;
import dev.lungfish.processor.ReportFiles;
import dev.lungfish.processor.Session;
import dev.lungfish.processor.StatisticsText;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Analyses files and directories. */
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false, usageHelpAutoWidth = true,
        description = "Analyses Java source files, directories, patterns, or a directory with a pom.xml.")
final class CheckCommand implements Callable<Integer> {
    /** How findings are printed. */
    enum Format {
        TEXT, JSON
    }

    private final Terminal terminal;
    private final Function<Options, Session> sessions;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, directories, patterns such as 'src/**/*.java', or a Maven project.")
    private List<String> paths;

    @Option(names = {"--classpath", "-cp"}, paramLabel = "CP", description = "The class path of the program; our annotations and runtime are added.")
    private String classpath;

    @Option(names = {"--processorpath", "-processorpath"}, paramLabel = "CP",
            description = "Annotation processors that the program needs, such as Lombok; without it none runs.")
    private String processorpath;

    @Option(names = "--release", paramLabel = "N", description = "The Java release of the sources (default: the running JDK's).")
    private Integer release;

    @Option(names = "--sarif", paramLabel = "FILE", description = "Writes SARIF 2.1.0.")
    private String sarif;

    @Option(names = "--html", paramLabel = "FILE", description = "Writes a report for a browser, in one file.")
    private String html;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Findings in this file do not count.")
    private String baseline;

    @Option(names = "--models", paramLabel = "FILE", description = "Library models of your own.")
    private String models;

    @Option(names = "--strict", description = "Everything unknown is a finding.")
    private boolean strict;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "TEXT", description = "How findings are printed (default: text).")
    private Format format;

    @Option(names = "--root", paramLabel = "DIR", description = "What paths in SARIF and HTML are relative to (default: the current directory).")
    private String root;

    @Option(names = "--provenance", paramLabel = "ci|git|URI@REVISION",
            description = "Says in SARIF which version of which repository was analysed, as the build server or Git know it.")
    private String provenance;

    @Option(names = "--option", paramLabel = "NAME=VALUE", description = "Any option that javac takes as -Alungfish.NAME=VALUE, e.g. rule.KEY=off.")
    private Map<String, String> more = new LinkedHashMap<>();

    @Option(names = "--javac", paramLabel = "OPTION", description = "An option for javac, e.g. --javac=--add-modules=jdk.net.")
    private List<String> javac = List.of();

    @Option(names = "--stats", description = "Prints what the analysis counted.")
    private boolean stats;

    @Option(names = "--stats-file", paramLabel = "FILE", description = "Writes it as JSON.")
    private String statsFile;

    CheckCommand(Terminal terminal, Function<Options, Session> sessions) {
        this.terminal = terminal;
        this.sessions = sessions;
    }

    @Override
    public Integer call() {
        Options options = options();
        ReportFiles files = new ReportFiles(options, Optional.ofNullable(provenance)
                .map(given -> Provenance.parse(given, System.getenv(), options.root())));
        Session session = sessions.apply(options);
        Workspace workspace = Workspace.of(paths, entries(classpath, "class path"), terminal);
        terminal.progress("reading " + workspace.files().size() + " files");
        Compilation.Outcome outcome = new Compilation(workspace.files(), workspace.classpath(),
                entries(processorpath, "processor path"), Optional.ofNullable(release), javac).run();
        if (outcome.program() == null) {
            terminal.progressDone();
            terminal.err().print(outcome.messages());
            terminal.err().println("lungfish: the program does not compile; nothing was checked"
                    + (classpath == null ? " (does it need --classpath?)" : ""));
            files.writeIncomplete();
            return Main.USAGE;
        }
        terminal.progress("checking " + workspace.files().size() + " files");
        Report report = session.examine(outcome.program());
        terminal.progressDone();
        print(report);
        List<String> troubles = files.write(report);
        troubles.forEach(trouble -> terminal.err().println("lungfish: " + trouble));
        if (report.failure().isPresent()) {
            return Main.INTERNAL;
        }
        return !troubles.isEmpty() ? Main.USAGE : report.count(Level.ERROR) > 0 ? Main.FINDINGS : Main.OK;
    }

    private void print(Report report) {
        if (format == Format.JSON) {
            terminal.out().print(FindingsJson.text(report));
            terminal.out().flush();
            report.failure().ifPresent(failure -> terminal.err().println("lungfish: " + failure));
            return;
        }
        new FindingsText(terminal).print(report);
        if (stats) {
            StatisticsText.counts(report).forEach((name, count) -> terminal.out().println("  " + name + ": " + count));
        }
        terminal.out().flush();
    }

    private Options options() {
        Map<String, String> given = new LinkedHashMap<>(more);
        put(given, "sarif", sarif);
        put(given, "html", html);
        put(given, "baseline", baseline);
        put(given, "models", models);
        put(given, "root", root);
        put(given, "stats", statsFile);
        if (strict) {
            given.put("strict", "true");
        }
        OptionParser.Outcome outcome = OptionParser.parse(given);
        if (!outcome.problems().isEmpty()) {
            throw new InputException(String.join(System.lineSeparator() + "lungfish: ", outcome.problems()));
        }
        return outcome.options();
    }

    /** The entries of a path; a star stands for all jars of a directory. */
    private static List<Path> entries(String path, String what) {
        List<Path> entries = new ArrayList<>();
        for (String entry : path == null ? new String[0] : path.split(File.pathSeparator)) {
            if (entry.endsWith("/*") || entry.equals("*")) {
                entries.addAll(Workspace.jarsIn(Path.of(entry.substring(0, entry.length() - 1)), what));
            } else if (!entry.isBlank()) {
                if (!Files.exists(Path.of(entry))) {
                    throw new InputException("there is no '" + entry + "', which the " + what + " names");
                }
                entries.add(Path.of(entry));
            }
        }
        return entries;
    }

    private static void put(Map<String, String> given, String name, String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
