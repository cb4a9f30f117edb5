package dev.lungfish.checker.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An example program with its verdicts in markers at the ends of lines, read as the specification's README says. */
final class MarkedCase {
    private static final Pattern MARKER = Pattern.compile("//(!|\\?|\\||~|DYN)[ \\t]*((?:[a-z]+(?:\\.[a-z]+)+\\|?)*)");

    final Path file;
    final String group;
    final boolean needsNewestJdk;
    final boolean isProgram;
    private final Map<Integer, Set<String>> due = new HashMap<>();
    private final Map<Integer, Set<String>> alternative = new HashMap<>();
    private final Map<Integer, Set<String>> tolerated = new HashMap<>();
    private final Set<Integer> dynamic = new HashSet<>();

    MarkedCase(Path file) throws IOException {
        this.file = file;
        String path = file.toString().replace('\\', '/');
        int spec = path.indexOf("/spec/", path.indexOf("/cases/"));
        this.group = spec < 0 ? file.getParent().getFileName().toString() : path.substring(spec + 6).split("/")[0];
        this.needsNewestJdk = path.contains("/jdk25/");
        List<String> lines = Files.readAllLines(file);
        boolean runs = false;
        for (int i = 0; i < lines.size(); i++) {
            runs |= lines.get(i).startsWith("// run:");
            Matcher marker = MARKER.matcher(lines.get(i));
            while (marker.find()) {
                mark(marker.group(1), marker.group(2), i + 1);
            }
        }
        this.isProgram = runs && due.isEmpty() && dynamic.isEmpty();
    }

    private void mark(String kind, String keys, int line) {
        Set<String> all = new HashSet<>(Set.of(keys.split("\\|")));
        all.remove("");
        switch (kind) {
            case "!" -> due.computeIfAbsent(line, l -> new HashSet<>()).addAll(all);
            case "|" -> alternative.computeIfAbsent(line, l -> new HashSet<>()).addAll(all);
            case "?" -> tolerated.computeIfAbsent(line, l -> new HashSet<>()).addAll(all);
            case "DYN" -> dynamic.add(line);
            default -> {
                // The line that the message should name does not affect the verdict.
            }
        }
    }

    /** What one line of the tool's answer says. */
    record Told(int line, String key, boolean isNote) {
    }

    /** How the answer compares with the markers. */
    Verdict judge(List<Told> told) {
        Set<Integer> found = new HashSet<>();
        boolean byAlternative = false;
        Map<Integer, Told> wrong = new HashMap<>();
        Set<String> deviations = new TreeSet<>();
        int unexpected = 0;
        for (Told one : told) {
            if (one.isNote() || has(tolerated, one)) {
                continue;
            }
            if (has(due, one)) {
                found.add(one.line());
            } else if (has(alternative, one)) {
                byAlternative = true;
            } else if (dynamic.contains(one.line()) && (one.key().equals("residual.check") || one.key().equals("not.understood"))) {
                continue;
            } else if (due.containsKey(one.line())) {
                wrong.put(one.line(), one);
            } else {
                unexpected++;
                deviations.add("unexpected " + one.key() + " in line " + one.line());
            }
        }
        if (byAlternative && due.size() == 1) {
            found.add(due.keySet().iterator().next());
        }
        int missed = 0;
        int wrongKey = 0;
        for (int line : due.keySet()) {
            if (found.contains(line)) {
                unexpected += wrong.containsKey(line) ? 1 : 0;
            } else if (wrong.containsKey(line)) {
                wrongKey++;
                deviations.add("wrong key " + wrong.get(line).key() + " in line " + line + ", due " + new TreeSet<>(due.get(line)));
            } else {
                missed++;
                deviations.add("missed " + new TreeSet<>(due.get(line)) + " in line " + line);
            }
        }
        return new Verdict(missed, unexpected, wrongKey, deviations);
    }

    private static boolean has(Map<Integer, Set<String>> table, Told told) {
        return table.getOrDefault(told.line(), Set.of()).contains(told.key());
    }

    /** Counts for one case; right if all are zero. */
    record Verdict(int missed, int unexpected, int wrongKey, Set<String> deviations) {
        boolean isRight() {
            return missed + unexpected + wrongKey == 0;
        }
    }
}
