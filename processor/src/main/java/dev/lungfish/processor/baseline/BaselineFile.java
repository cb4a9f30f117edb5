package dev.lungfish.processor.baseline;

import dev.lungfish.processor.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text form of a baseline: one finding a line, made for review and for merging by a version control system. The digest comes first;
 * the rest of the line is for people.
 */
public final class BaselineFile {
    private static final String HEADER = "# lungfish baseline 1";
    private static final Pattern ENTRY = Pattern.compile("([0-9a-f]{32}) \\S+ (.*?)(?: \\| .*)?");

    private BaselineFile() {
    }

    /**
     * One line.
     *
     * @param digest of the fingerprint
     * @param rule the rule key
     * @param member where the finding stands
     * @param headline what it says
     */
    public record Entry(String digest, String rule, String member, String headline) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byMember = member.compareTo(other.member);
            int byRule = byMember != 0 ? byMember : rule.compareTo(other.rule);
            return byRule != 0 ? byRule : digest.compareTo(other.digest);
        }
    }

    static Baseline read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException("cannot read the baseline '" + file + "': " + e.getMessage());
        }
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new InputException("'" + file + "' is not a baseline: its first line is not '" + HEADER + "'");
        }
        Map<String, String> members = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                throw new InputException(file + ":" + (i + 1) + ": '" + line + "' is not 'fingerprint rule member | headline'");
            }
            members.put(entry.group(1), entry.group(2));
        }
        return new Baseline(members);
    }

    /** The text of a baseline with these entries. */
    public static String write(List<Entry> entries) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(null);
        for (Entry entry : sorted) {
            text.append(entry.digest()).append(' ').append(entry.rule()).append(' ').append(entry.member()).append(" | ")
                    .append(entry.headline().replace('\n', ' ')).append('\n');
        }
        return text.toString();
    }
}
