package dev.lungfish.processor.cli;

import dev.lungfish.processor.InputException;
import dev.lungfish.processor.Judged;
import dev.lungfish.processor.sarif.SarifMerge;
import dev.lungfish.processor.shard.ShardReader;
import dev.lungfish.processor.shard.SourceIndex;
import dev.lungfish.processor.shard.VerdictIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Findings that were written before: SARIF files, class directories and jars with shards. Holds no state. */
final class FindingInputs {
    private FindingInputs() {
    }

    /**
     * Reads them all into one.
     *
     * @param root the source tree, which shards name files of
     * @throws InputException if one of them cannot be used
     */
    static SarifMerge read(List<Path> inputs, Path root) {
        SarifMerge merge = new SarifMerge();
        SourceIndex sources = null;
        for (Path input : inputs) {
            if (!Files.exists(input)) {
                throw new InputException("there is no '" + input + "'");
            }
            if (isSarif(input)) {
                merge.addSarif(input);
            } else {
                sources = sources == null ? SourceIndex.of(root) : sources;
                List<Judged> findings = ShardReader.read(input, sources.near(input));
                merge.addFindings(findings, root);
            }
        }
        return merge;
    }

    private static boolean isSarif(Path input) {
        String name = input.toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(input) && (name.endsWith(".sarif") || name.endsWith(".json"));
    }

    /** One sentence for each class whose verdict rests on what another class in the inputs did before. */
    static List<String> outdated(List<Path> inputs) {
        VerdictIndex index = new VerdictIndex();
        inputs.stream().filter(input -> !isSarif(input)).forEach(index::add);
        return index.outdated();
    }

    /** Writes an output file, making its directory. */
    static void write(Path output, String text) {
        try {
            Path parent = output.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(output, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException("cannot write '" + output + "': " + e.getMessage());
        }
    }
}
