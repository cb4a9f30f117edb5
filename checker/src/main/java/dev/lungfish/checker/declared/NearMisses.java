package dev.lungfish.checker.declared;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which names somebody may have meant. */
final class NearMisses {
    private static final int SHOWN = 3;

    private NearMisses() {
    }

    /** The candidates near to the name, the nearest first; at most three. */
    static List<String> of(String name, Collection<String> candidates) {
        int tolerance = Math.max(1, name.length() / 3);
        return candidates.stream().distinct()
                .filter(candidate -> distance(name, candidate) <= tolerance)
                .sorted(Comparator.comparingInt((String candidate) -> distance(name, candidate)).thenComparing(c -> c))
                .limit(SHOWN)
                .toList();
    }

    /** Number of characters to insert, remove or replace; capitals do not count. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
