package dev.lungfish.checker.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Per group: how many cases there are, are right, and how the others deviate. Checked in; may only get better. */
final class ConformanceScore {
    /** One line of the score. */
    record Row(int cases, int right, int missed, int unexpected, int wrongKey) {
        Row plus(MarkedCase.Verdict verdict) {
            return new Row(cases + 1, right + (verdict.isRight() ? 1 : 0), missed + verdict.missed(), unexpected + verdict.unexpected(),
                    wrongKey + verdict.wrongKey());
        }

        boolean isWorseThan(Row other) {
            return right < other.right || missed > other.missed || unexpected > other.unexpected || wrongKey > other.wrongKey;
        }

        String text() {
            return "cases=" + cases + " right=" + right + " missed=" + missed + " unexpected=" + unexpected + " wrongkey=" + wrongKey;
        }
    }

    static final Row NONE = new Row(0, 0, 0, 0, 0);

    private final Map<String, Row> rows = new TreeMap<>();

    void add(String group, MarkedCase.Verdict verdict) {
        rows.merge(group, NONE.plus(verdict), (old, one) -> old.plus(verdict));
    }

    Map<String, Row> rows() {
        return rows;
    }

    static ConformanceScore read(Path file) throws IOException {
        ConformanceScore score = new ConformanceScore();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.trim().split("[\\s=]+");
                score.rows.put(parts[0], new Row(number(parts[2]), number(parts[4]), number(parts[6]), number(parts[8]), number(parts[10])));
            }
        }
        return score;
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    String text() {
        StringBuilder text = new StringBuilder("# Verdicts on the shared example programs, by group. Written by SpecConformanceTest with -Dlungfish.score=write;\n"
                + "# the build fails when a line gets worse, and also when it gets better without being written down.\n");
        rows.forEach((group, row) -> text.append(String.format("%-14s%s%n", group, row.text())));
        return text.toString();
    }
}
