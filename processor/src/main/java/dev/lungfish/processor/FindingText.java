package dev.lungfish.processor;

import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.finding.RelatedPoint;
import java.util.ArrayList;
import java.util.List;

/** A finding in plain lines, the same in javac and in the terminal: headline, related points in the order in which they happen, help. */
public final class FindingText {
    private FindingText() {
    }

    /** The first line without its place: {@code [key] headline}. */
    public static String headline(Finding finding) {
        return "[" + finding.rule().key() + "] " + finding.headline();
    }

    /** One line for each related point: {@code File.java:18: text}. */
    public static List<String> related(Finding finding) {
        List<String> lines = new ArrayList<>();
        for (RelatedPoint point : finding.related()) {
            lines.add(point.at().file() + ":" + point.at().line() + ": " + point.text());
        }
        return lines;
    }

    /** Everything but the place, as one text; javac indents all lines but the first. */
    public static String message(Finding finding) {
        StringBuilder text = new StringBuilder(headline(finding));
        related(finding).forEach(line -> text.append('\n').append(line));
        if (!finding.help().isEmpty()) {
            text.append("\nhelp: ").append(finding.help());
        }
        return text.toString();
    }
}
