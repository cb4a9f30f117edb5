package dev.lungfish.processor.html;

import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.finding.RelatedPoint;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.rule.Level;
import dev.lungfish.checker.rule.Rule;
import dev.lungfish.checker.rule.RuleCatalog;
import dev.lungfish.processor.Judged;
import dev.lungfish.processor.Notice;
import dev.lungfish.processor.Options;
import dev.lungfish.processor.Report;
import dev.lungfish.processor.SourcePaths;
import dev.lungfish.processor.StatisticsText;
import dev.lungfish.processor.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A report for a browser: one file that needs nothing else. Not thread-safe. */
public final class HtmlReport {
    private static final int AROUND = 1;

    private final Report report;
    private final SourcePaths paths;
    private final HtmlText html = new HtmlText();

    private HtmlReport(Report report, Options options) {
        this.report = report;
        this.paths = new SourcePaths(options.root());
    }

    /** The text of the report. */
    public static String text(Report report, Options options) {
        return new HtmlReport(report, options).write();
    }

    private String write() {
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Lungfish report</title>\n<style>\n")
                .raw(resource("report.css")).raw("</style>\n</head>\n<body>\n");
        html.element("h1", "", "Lungfish report").raw("\n").element("p", "class=\"faint\"", StatisticsText.summary(report)).raw("\n");
        writeTiles();
        report.failure().ifPresent(failure -> html.element("p", "class=\"error\"", failure).raw("\n"));
        writeRules();
        writeFiles();
        writeNotices();
        writeStatistics();
        html.raw("<p class=\"faint\">").text("Lungfish " + Versions.own()).raw("</p>\n<script>\n").raw(resource("report.js"))
                .raw("</script>\n</body>\n</html>\n");
        return html.toString();
    }

    private void writeTiles() {
        html.raw("<ul class=\"tiles\">\n");
        tile("error", "error", report.count(Level.ERROR), "errors");
        tile("warning", "warning", report.count(Level.WARNING), "warnings");
        tile("note", "note", report.count(Level.NOTE), "notes");
        tile("faint", "suppressed", report.count(Judged.State.SUPPRESSED), "suppressed");
        tile("faint", "known", report.count(Judged.State.KNOWN), "known before");
        html.raw("</ul>\n");
    }

    /** How many there are; in a browser that runs scripts, pressed to see only these. */
    private void tile(String style, String kind, long count, String what) {
        html.raw("<li><button class=\"" + style + "\" value=\"" + kind + "\" aria-pressed=\"false\"" + (count == 0 ? " disabled" : "") + "><b>" + count
                + "</b> ").text(what).raw("</button></li>\n");
    }

    private static String kindOf(Judged judged) {
        return switch (judged.state()) {
            case REPORTED -> judged.finding().level().word();
            case SUPPRESSED -> "suppressed";
            case KNOWN -> "known";
        };
    }

    private void writeRules() {
        if (report.reported().isEmpty()) {
            html.element("p", "", "No findings.").raw("\n");
            return;
        }
        html.raw("<h2>By rule</h2>\n<table>\n<tr><th>Rule</th><th>Says</th><th class=\"number\">Findings</th></tr>\n");
        for (Rule rule : RuleCatalog.all()) {
            long count = report.reported().stream().filter(judged -> judged.finding().rule().equals(rule)).count();
            if (count > 0) {
                html.raw("<tr><td><code>").element("a", "class=\"rule\" href=\"#files\"", rule.key()).raw("</code></td><td>").text(rule.says())
                        .raw("</td><td class=\"number\">" + count + "</td></tr>\n");
            }
        }
        html.raw("</table>\n");
    }

    private void writeFiles() {
        Map<String, List<Judged>> byFile = new TreeMap<>();
        report.findings().forEach(judged -> byFile.computeIfAbsent(paths.name(judged.finding().at().file()), key -> new ArrayList<>()).add(judged));
        if (byFile.isEmpty()) {
            return;
        }
        html.raw("<h2 id=\"files\">By file</h2>\n<div class=\"bar\"><input type=\"search\" id=\"search\" placeholder=\"Filter: rule, file, name ...\" ")
                .raw("aria-label=\"Filter\"></div>\n<p id=\"shown\" class=\"faint\" aria-live=\"polite\"></p>\n");
        byFile.forEach((file, findings) -> {
            html.raw("<details class=\"file\" open>\n<summary>").element("h3", "", file).element("span", "class=\"faint\"", " " + findings.size()).raw("</summary>\n");
            findings.forEach(judged -> writeFinding(file, judged));
            html.raw("</details>\n");
        });
    }

    private void writeFinding(String file, Judged judged) {
        Finding finding = judged.finding();
        String level = finding.level().word();
        html.raw("<article data-kind=\"" + kindOf(judged) + "\" data-file=\"").text(file).raw("\">\n<h4 class=\"" + level + "\">").element("span", "class=\"tag\"", finding.rule().key()).raw(" ")
                .text(finding.headline()).raw("</h4>\n<p class=\"faint\">")
                .text("line " + finding.at().line() + " · " + level + stateOf(judged)
                        + (finding.member().isEmpty() ? "" : " · " + finding.member())).raw("</p>\n<ol class=\"chain\">\n");
        for (RelatedPoint point : finding.related()) {
            writeStep(point.thread() == 0 ? "" : " class=\"other\"", finding, point.at(), (point.thread() == 0 ? "" : "another thread: ") + point.text());
        }
        writeStep(" class=\"here\"", finding, finding.at(), finding.related().isEmpty() ? "" : "and here it goes wrong");
        html.raw("</ol>\n");
        if (!finding.help().isEmpty()) {
            html.raw("<p class=\"help\">").text("help: " + finding.help()).raw("</p>\n");
        }
        html.raw("</article>\n");
    }

    private static String stateOf(Judged judged) {
        return switch (judged.state()) {
            case REPORTED -> "";
            case SUPPRESSED -> " · suppressed in the source";
            case KNOWN -> " · known from the baseline";
        };
    }

    /** One place of the story; the file is named where it is not that of the finding. */
    private void writeStep(String style, Finding finding, SourcePoint at, String text) {
        String place = at.file().equals(finding.at().file()) ? "line " + at.line() : paths.name(at.file()) + ":" + at.line();
        html.raw("<li" + style + ">").element("span", "class=\"faint\"", place + " ").text(text);
        report.sources().text(at.file()).ifPresent(source -> writeExcerpt(source, at));
        html.raw("</li>\n");
    }

    /** The lines around a place, with the place itself marked as far as it reaches on its first line; without the indentation that all of them have. */
    private void writeExcerpt(String source, SourcePoint at) {
        List<String> lines = source.lines().toList();
        if (at.line() < 1 || at.line() > lines.size()) {
            return;
        }
        int first = Math.max(1, at.line() - AROUND);
        List<String> shown = lines.subList(first - 1, Math.min(lines.size(), at.line() + AROUND));
        int indent = shown.stream().filter(line -> !line.isBlank()).mapToInt(HtmlReport::indentOf).min().orElse(0);
        html.raw("<pre>");
        for (int i = 0; i < shown.size(); i++) {
            String line = shown.get(i);
            int begin = Math.min(indent, line.length());
            html.element("span", "class=\"n\"", first + i + " ");
            if (first + i == at.line() && at.column() > begin && at.column() <= line.length()) {
                int from = at.column() - 1;
                int to = Math.max(from, at.endLine() == at.line() ? Math.min(line.length(), at.endColumn() - 1) : line.length());
                html.text(line.substring(begin, from)).element("mark", "", line.substring(from, to)).text(line.substring(to));
            } else {
                html.text(line.substring(begin));
            }
            html.raw("\n");
        }
        html.raw("</pre>");
    }

    private static int indentOf(String line) {
        return line.length() - line.stripLeading().length();
    }

    private void writeNotices() {
        if (report.notices().isEmpty()) {
            return;
        }
        html.raw("<h2>Notices</h2>\n<ul>\n");
        for (Notice notice : report.notices()) {
            html.element("li", "", (notice.at().isKnown() ? paths.name(notice.at().file()) + ":" + notice.at().line() + ": " : "") + notice.text()).raw("\n");
        }
        html.raw("</ul>\n");
    }

    private void writeStatistics() {
        html.raw("<h2>Statistics</h2>\n<table>\n");
        StatisticsText.counts(report).forEach((name, count) -> html.raw("<tr><td>").text(name).raw("</td><td class=\"number\">" + count + "</td></tr>\n"));
        html.raw("</table>\n");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
