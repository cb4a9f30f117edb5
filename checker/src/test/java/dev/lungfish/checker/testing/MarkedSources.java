package dev.lungfish.checker.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.javac.ProgramCheck;
import dev.lungfish.checker.report.Explainer;
import dev.lungfish.checker.report.Messages;
import dev.lungfish.checker.rule.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Source texts whose lines say what is due on them: {@code //! key} an error, {@code //w key} a warning; on all other lines nothing. */
public final class MarkedSources {
    private MarkedSources() {
    }

    /** Runs the check over the texts (each begins with {@code // Name.java}) and compares findings and marks. Returns the findings. */
    public static List<Finding> expectMarks(ProgramCheck check, String... texts) {
        List<String> expected = new ArrayList<>();
        for (String text : texts) {
            String name = text.substring(text.indexOf("// ") + 3, text.indexOf(".java"));
            String[] lines = text.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                int mark = Math.max(lines[i].indexOf("//! "), lines[i].indexOf("//w "));
                if (mark >= 0) {
                    String level = lines[i].charAt(mark + 2) == '!' ? "error" : "warning";
                    expected.add(name + ":" + (i + 1) + " " + level + " " + lines[i].substring(mark + 4).strip());
                }
            }
        }
        List<Finding> findings = run(check, Sources.attributeTexts(texts));
        List<String> found = findings.stream()
                .map(f -> fileName(f) + ":" + f.at().line() + " " + (f.level() == Level.ERROR ? "error" : "warning") + " " + f.rule().key())
                .toList();
        assertEquals(expected.stream().sorted().collect(Collectors.joining("\n")), found.stream().sorted().collect(Collectors.joining("\n")),
                () -> findings.stream().map(MarkedSources::show).collect(Collectors.joining("\n")));
        return findings;
    }

    /** The findings of one check. */
    public static List<Finding> run(ProgramCheck check, Program program) {
        Explainer explainer = new Explainer(Messages.load());
        TreeSet<Finding> findings = new TreeSet<>();
        check.check(program, violation -> findings.add(explainer.explain(violation)));
        return List.copyOf(findings);
    }

    /** A finding as a reader sees it. */
    public static String show(Finding finding) {
        StringBuilder text = new StringBuilder(fileName(finding) + ":" + finding.at().line() + ":" + finding.at().column() + " ["
                + finding.rule().key() + "] " + finding.headline());
        finding.related().forEach(point -> text.append("\n    line ").append(point.at().line()).append(": ").append(point.text()));
        return text.append("\n    help: ").append(finding.help()).append("\n    in ").append(finding.member()).toString();
    }

    private static String fileName(Finding finding) {
        String file = finding.at().file();
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(".java") ? name.substring(0, name.length() - 5) : name;
    }
}
