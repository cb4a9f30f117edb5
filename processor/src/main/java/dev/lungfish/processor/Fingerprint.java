package dev.lungfish.processor;

import dev.lungfish.checker.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The identity of a finding across versions of its file: the member it stands in, its rule, and which of that rule's findings in that
 * member it is. Lines may move, other members may change.
 *
 * @param member as {@code pkg.Outer.Inner#method(Type)}, or the name of the file where there is no member
 * @param rule the rule key
 * @param ordinal 0 for the first finding of that rule in that member
 */
public record Fingerprint(String member, String rule, int ordinal) {
    /** The name under which it stands in SARIF. */
    public static final String NAME = "lungfishMember/v1";

    /** The fingerprints of findings in source order, one each. All findings of a file belong in one call, or ordinals go wrong. */
    public static List<Fingerprint> of(List<Finding> findings) {
        Map<String, Integer> seen = new HashMap<>();
        List<Fingerprint> fingerprints = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            String member = finding.member().isEmpty() ? nameOf(finding.at().file()) : finding.member();
            int ordinal = seen.merge(member + " " + finding.rule().key(), 1, Integer::sum) - 1;
            fingerprints.add(new Fingerprint(member, finding.rule().key(), ordinal));
        }
        return fingerprints;
    }

    /** Thirty-two hexadecimal digits. */
    public String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((member + "\n" + rule + "\n" + ordinal).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static String nameOf(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
