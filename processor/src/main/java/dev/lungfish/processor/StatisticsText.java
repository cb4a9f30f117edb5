package dev.lungfish.processor;

import dev.lungfish.checker.rule.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts of a report, as text. Holds no state. */
public final class StatisticsText {
    /** How many findings stand in generated code. */
    public static final String GENERATED = "findings.generated";

    private static final String PROVED = "moves.proved";
    /** What is believed, each kind by itself; contracts of other jars and suppressions are, too. */
    private static final List<String> TRUSTED = List.of("trusted.claims", "trusted.models", "contracts.read", "findings.suppressed");
    private static final String CHECKED = "checks.due";
    private static final String MARKED = "freezes.proved";

    private StatisticsText() {
    }

    /** All counts by name: findings first, then what the analysis counted, then what it left to the run time; at the end the sums of what is proved, checked and trusted. */
    public static Map<String, Long> counts(Report report) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("findings.errors", report.count(Level.ERROR));
        counts.put("findings.warnings", report.count(Level.WARNING));
        counts.put("findings.notes", report.count(Level.NOTE));
        counts.put("findings.suppressed", report.count(Judged.State.SUPPRESSED));
        counts.put("findings.known", report.count(Judged.State.KNOWN));
        counts.putAll(report.statistics());
        counts.put(CHECKED, report.residuals().keySet().stream().filter(check -> check.kind().isQuestion()).count());
        counts.put(MARKED, report.residuals().keySet().stream().filter(check -> check.kind().isMark()).count());
        counts.put("proved", counts.getOrDefault(PROVED, 0L) + counts.get(MARKED));
        counts.put("checked", counts.get(CHECKED));
        counts.put("trusted", TRUSTED.stream().mapToLong(name -> counts.getOrDefault(name, 0L)).sum());
        return counts;
    }

    /** The counts as one flat JSON object. */
    public static String json(Report report) {
        JsonText json = new JsonText();
        json.beginObject();
        counts(report).forEach((name, count) -> json.name(name).value(count));
        return json.endObject().text() + "\n";
    }

    /** The line at the end of a run: {@code 2 errors, 1 warning, 0 notes, 3 suppressed; 17 moves proved, 2 checked at run time}. */
    public static String summary(Report report) {
        StringBuilder line = new StringBuilder(number(report.count(Level.ERROR), "error")).append(", ")
                .append(number(report.count(Level.WARNING), "warning")).append(", ").append(number(report.count(Level.NOTE), "note"));
        append(line, report.count(Judged.State.SUPPRESSED), " suppressed");
        append(line, report.count(Judged.State.KNOWN), " known from the baseline");
        append(line, report.statistics().getOrDefault(GENERATED, 0L), " in generated code");
        long proved = report.statistics().getOrDefault(PROVED, 0L);
        long checked = report.reported().stream().filter(judged -> judged.finding().rule().key().equals("residual.check")).count();
        if (proved + checked > 0) {
            line.append("; ").append(number(proved, "move")).append(" proved, ").append(checked).append(" left open");
        }
        return line.toString();
    }

    private static void append(StringBuilder line, long count, String what) {
        if (count > 0) {
            line.append(", ").append(count).append(what);
        }
    }

    private static String number(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
