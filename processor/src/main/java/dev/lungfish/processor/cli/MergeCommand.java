package dev.lungfish.processor.cli;

import dev.lungfish.processor.Provenance;
import dev.lungfish.processor.sarif.SarifMerge;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one SARIF run of the findings of several modules or builds. */
@Command(name = "merge", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Merges SARIF files, class directories and jars with shards of findings into one SARIF run.")
final class MergeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = {"--output", "-o"}, paramLabel = "FILE", required = true, description = "The SARIF file to write.")
    private Path output;

    @Option(names = "--profile", paramLabel = "full|github", defaultValue = "FULL",
            description = "github: without suppressed results, within the limits of GitHub code scanning (default: full).")
    private SarifMerge.Profile profile;

    @Option(names = "--root", paramLabel = "DIR", defaultValue = ".", description = "The source tree (default: the current directory).")
    private Path root;

    @Option(names = "--provenance", paramLabel = "ci|git|URI@REVISION",
            description = "Says which version of which repository was analysed, as the build server or Git know it.")
    private String provenance;

    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "SARIF files, class directories, jars.")
    private List<Path> inputs;

    MergeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SarifMerge merge = FindingInputs.read(inputs, root);
        for (String outdated : FindingInputs.outdated(inputs)) {
            merge.addWarning(outdated);
            terminal.err().println("lungfish: " + outdated);
        }
        if (provenance != null) {
            merge.setProvenance(Provenance.parse(provenance, System.getenv(), root));
        }
        FindingInputs.write(output, merge.text(profile));
        terminal.out().println(merge.size() + (merge.size() == 1 ? " finding" : " findings") + " in " + output);
        return Main.OK;
    }
}
