package dev.lungfish.processor;

import java.util.Collection;
import java.util.Optional;

/** Finds what somebody probably meant by a misspelt word. */
public final class NearMiss {
    private NearMiss() {
    }

    /** The closest of the valid words, if one is close enough to be a likely slip. */
    public static Optional<String> of(String word, Collection<String> valid) {
        String best = null;
        int least = Math.max(2, word.length() / 3) + 1;
        for (String candidate : valid) {
            int distance = distance(word.toLowerCase(java.util.Locale.ROOT), candidate.toLowerCase(java.util.Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The clause {@code ; did you mean 'x'?}, or nothing. */
    public static String hint(String word, Collection<String> valid) {
        return of(word, valid).map(meant -> "; did you mean '" + meant + "'?").orElse("");
    }

    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
