package dev.lungfish.processor.baseline;

import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.processor.Fingerprint;
import dev.lungfish.processor.InputException;
import dev.lungfish.processor.Notice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Findings that were there before, by fingerprint. Immutable. */
public final class Baseline {
    /** Nothing is known. */
    public static final Baseline EMPTY = new Baseline(Map.of());

    private final Map<String, String> memberByDigest;

    Baseline(Map<String, String> memberByDigest) {
        this.memberByDigest = Map.copyOf(memberByDigest);
    }

    /**
     * Reads a baseline file.
     *
     * @throws InputException if the file is not there or is no baseline
     */
    public static Baseline read(Path file) {
        return BaselineFile.read(file);
    }

    /** Whether a finding with this fingerprint was there. */
    public boolean knows(Fingerprint fingerprint) {
        return memberByDigest.containsKey(fingerprint.digest());
    }

    /**
     * Says how many findings of the baseline are not there any more. Only classes that were looked at count: an incremental build does not
     * see the others.
     *
     * @param classes the top-level classes that were looked at
     * @param present the fingerprints of all findings in them
     */
    public Optional<Notice> goneFrom(Set<String> classes, List<Fingerprint> present) {
        if (memberByDigest.isEmpty()) {
            return Optional.empty();
        }
        Set<String> there = present.stream().map(Fingerprint::digest).collect(Collectors.toSet());
        long gone = memberByDigest.entrySet().stream()
                .filter(entry -> !there.contains(entry.getKey()) && isIn(classes, entry.getValue())).count();
        return gone == 0 ? Optional.empty() : Optional.of(Notice.note(SourcePoint.NOWHERE,
                gone + (gone == 1 ? " finding" : " findings") + " of the baseline gone: write it anew to keep it short"));
    }

    private static boolean isIn(Set<String> classes, String member) {
        String name = member.contains("#") ? member.substring(0, member.indexOf('#')) : member;
        for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
            if (classes.contains(name.substring(0, end))) {
                return true;
            }
        }
        return false;
    }
}
