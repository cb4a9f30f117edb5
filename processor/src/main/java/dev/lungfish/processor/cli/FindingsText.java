package dev.lungfish.processor.cli;

import dev.lungfish.checker.finding.Finding;
import dev.lungfish.processor.Excerpt;
import dev.lungfish.processor.FindingText;
import dev.lungfish.processor.Judged;
import dev.lungfish.processor.Notice;
import dev.lungfish.processor.Report;
import dev.lungfish.processor.StatisticsText;

/** Findings for the terminal, in the shape of javac's diagnostics. */
final class FindingsText {
    private final Terminal terminal;

    FindingsText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Report report) {
        for (Judged judged : report.reported()) {
            print(judged.finding(), report);
        }
        for (Notice notice : report.notices()) {
            String word = notice.weight() == Notice.Weight.WARNING ? "warning" : "note";
            if (notice.at().isKnown()) {
                terminal.out().println(notice.at().file() + ":" + notice.at().line() + ": " + word + ": " + notice.text());
            } else {
                terminal.err().println("lungfish: " + notice.text());
            }
        }
        terminal.out().println(StatisticsText.summary(report));
    }

    private void print(Finding finding, Report report) {
        String place = finding.at().isKnown() ? finding.at().file() + ":" + finding.at().line() + ": " : "";
        terminal.out().println(terminal.bold(place) + terminal.level(finding.level(), finding.level().word() + ":") + " "
                + terminal.bold(FindingText.headline(finding)));
        report.sources().text(finding.at().file()).flatMap(text -> Excerpt.of(text, finding.at())).ifPresent(excerpt -> {
            terminal.out().println("    " + excerpt.line());
            terminal.out().println("    " + terminal.level(finding.level(), excerpt.marker()));
        });
        FindingText.related(finding).forEach(line -> terminal.out().println("  " + line));
        if (!finding.help().isEmpty()) {
            terminal.out().println("  help: " + finding.help());
        }
    }
}
