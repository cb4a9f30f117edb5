package dev.lungfish.processor.cli;

import dev.lungfish.processor.InputException;
import dev.lungfish.processor.baseline.BaselineFile;
import dev.lungfish.processor.sarif.SarifMerge;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes down the findings that there are, so that only new ones count from now on. */
@Command(name = "baseline", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Writes a baseline: findings in it do not count in later runs.")
final class BaselineCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = {"--output", "-o"}, paramLabel = "FILE", required = true, description = "The baseline file to write.")
    private Path output;

    @Option(names = "--root", paramLabel = "DIR", defaultValue = ".", description = "The source tree (default: the current directory).")
    private Path root;

    @Parameters(paramLabel = "INPUT", arity = "1..*", description = "SARIF files, class directories, jars.")
    private List<Path> inputs;

    BaselineCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SarifMerge findings = FindingInputs.read(inputs, root);
        if (!findings.isComplete()) {
            throw new InputException("one of the SARIF files is of a run that checked nothing, as when the program does not compile: "
                    + "a baseline of it would call everything new");
        }
        List<BaselineFile.Entry> entries = findings.baseline();
        FindingInputs.write(output, BaselineFile.write(entries));
        terminal.out().println(entries.size() + (entries.size() == 1 ? " finding" : " findings") + " in " + output);
        return Main.OK;
    }
}
