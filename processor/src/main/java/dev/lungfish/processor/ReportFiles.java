package dev.lungfish.processor;

import dev.lungfish.processor.html.HtmlReport;
import dev.lungfish.processor.sarif.SarifLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes the files that a user named in the options. Each is written whole or not at all as far as the reader can see: last, in one go. */
public final class ReportFiles {
    private final Options options;
    private final Optional<Provenance> provenance;

    public ReportFiles(Options options) {
        this(options, Optional.empty());
    }

    /**
     * A writer.
     *
     * @param provenance which version of which repository the report is about, if somebody said so
     */
    public ReportFiles(Options options, Optional<Provenance> provenance) {
        this.options = options;
        this.provenance = provenance;
    }

    /**
     * Writes all files asked for.
     *
     * @return one sentence for each file that could not be written
     */
    public List<String> write(Report report) {
        List<String> troubles = new ArrayList<>();
        options.sarif().ifPresent(file -> write(file, () -> SarifLog.text(report, options, provenance), troubles));
        options.html().ifPresent(file -> write(file, () -> HtmlReport.text(report, options), troubles));
        options.stats().ifPresent(file -> write(file, () -> StatisticsText.json(report), troubles));
        return troubles;
    }

    /** Says in the files asked for that nothing was checked, so that nobody takes an old report for a new one. */
    public void writeIncomplete() {
        write(Report.failed("the program does not compile: nothing was checked", SourceTexts.onDisk()));
    }

    private static void write(Path file, Supplier<String> text, List<String> troubles) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(file, text.get().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            troubles.add("cannot write '" + file + "': " + e.getMessage());
        }
    }
}
