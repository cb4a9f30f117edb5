package dev.lungfish.processor.sarif;

import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.VersionControlDetails;
import dev.lungfish.processor.Fingerprint;
import dev.lungfish.processor.InputException;
import dev.lungfish.processor.Judged;
import dev.lungfish.processor.Provenance;
import dev.lungfish.processor.SourcePaths;
import dev.lungfish.processor.SourceTexts;
import dev.lungfish.processor.baseline.BaselineFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Makes one run of many: code-scanning services refuse several runs of one tool in a file. Collect first, then write. Not thread-safe.
 */
public final class SarifMerge {
    private static final String NAME = "Lungfish";
    private static final int MOST_RESULTS = 25_000;
    private static final int MOST_LOCATIONS = 1_000;
    private static final int MOST_BYTES = 10_000_000;

    private final Map<String, Result> results = new LinkedHashMap<>();
    private final List<Notification> notifications = new ArrayList<>();
    private final Set<VersionControlDetails> versions = new LinkedHashSet<>();
    private boolean successful = true;

    /** For whom the merged run is. */
    public enum Profile {
        /** Everything. */
        FULL,
        /** As GitHub code scanning reads it: without suppressed results, within its limits, run-time checks as notes. */
        GITHUB
    }

    /**
     * Adds the results of a SARIF file.
     *
     * @throws InputException if the file is no SARIF, or another tool wrote it
     */
    public void addSarif(Path file) {
        for (Run run : SarifJson.read(file).getRuns()) {
            String tool = run.getTool() == null || run.getTool().getDriver() == null ? "" : run.getTool().getDriver().getName();
            if (!NAME.equals(tool)) {
                throw new InputException("'" + file + "' holds a run of '" + tool + "': only runs of " + NAME + " can be merged into one");
            }
            for (Invocation invocation : run.getInvocations() == null ? List.<Invocation>of() : run.getInvocations()) {
                successful &= !Boolean.FALSE.equals(invocation.getExecutionSuccessful());
                if (invocation.getToolExecutionNotifications() != null) {
                    notifications.addAll(invocation.getToolExecutionNotifications());
                }
            }
            if (run.getVersionControlProvenance() != null) {
                versions.addAll(run.getVersionControlProvenance());
            }
            if (run.getResults() != null) {
                run.getResults().forEach(this::add);
            }
        }
    }

    /** Adds findings that were read from shards. */
    public void addFindings(List<Judged> findings, Path root) {
        boolean comparing = findings.stream().anyMatch(f -> f.state() == Judged.State.KNOWN);
        ResultMaker maker = new ResultMaker(new SourcePaths(root), SourceTexts.onDisk(), comparing);
        findings.forEach(finding -> add(maker.result(finding)));
    }

    /** Adds something to be said about the run as a whole. */
    public void addWarning(String text) {
        notifications.add(SarifLog.notification(Notification.Level.WARNING, text));
    }

    /** Says which version of which repository the findings are about; what the inputs say of it counts no more. */
    public void setProvenance(Provenance provenance) {
        versions.clear();
        versions.add(SarifLog.versionOf(provenance));
    }

    /** Whether every run that was added looked at all it should. */
    public boolean isComplete() {
        return successful;
    }

    /** How many results were added, each counted once. */
    public int size() {
        return results.size();
    }

    /** The text of the merged log. */
    public String text(Profile profile) {
        List<Result> merged = sorted();
        List<Notification> said = new ArrayList<>(notifications);
        if (profile == Profile.GITHUB) {
            merged = new ArrayList<>(merged.stream().filter(result -> !isSuppressed(result)).toList());
            merged.forEach(SarifMerge::closeOpen);
            return withinLimits(merged, said);
        }
        return write(merged, said);
    }

    private String write(List<Result> merged, List<Notification> said) {
        return SarifJson.write(SarifLog.log(merged, said, successful, Map.of(), versions));
    }

    /** What the service refuses is left out here, the lightest first, and said: it would refuse the whole file. */
    private String withinLimits(List<Result> merged, List<Notification> said) {
        limitLocations(merged, said);
        int most = MOST_RESULTS;
        while (true) {
            List<Notification> all = new ArrayList<>(said);
            String text = write(heaviest(merged, most, all), all);
            if (zippedSize(text) <= MOST_BYTES) {
                return text;
            }
            most = Math.min(most, merged.size()) * 3 / 4;
        }
    }

    private static int zippedSize(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.size();
    }

    /** One baseline entry for each result that is not suppressed. */
    public List<BaselineFile.Entry> baseline() {
        List<BaselineFile.Entry> entries = new ArrayList<>();
        for (Result result : sorted()) {
            String digest = fingerprint(result).orElseThrow(() -> new InputException("a result of " + result.getRuleId() + " has no fingerprint '"
                    + Fingerprint.NAME + "': write the SARIF with this version of Lungfish"));
            if (!isSuppressed(result)) {
                entries.add(new BaselineFile.Entry(digest, result.getRuleId(), member(result), firstSentence(result)));
            }
        }
        return entries;
    }

    private void add(Result result) {
        result.setRuleIndex(RuleDescriptors.indexOf(result.getRuleId()));
        results.putIfAbsent(order(result) + " " + fingerprint(result).orElse(firstSentence(result)), result);
    }

    private List<Result> sorted() {
        List<Result> sorted = new ArrayList<>(results.values());
        sorted.sort(Comparator.comparing(SarifMerge::order));
        return sorted;
    }

    private static List<Result> heaviest(List<Result> merged, int most, List<Notification> said) {
        if (merged.size() <= most) {
            return merged;
        }
        Set<Result> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        merged.stream().sorted(Comparator.comparing(SarifMerge::weight)).limit(most).forEach(kept::add);
        said.add(SarifLog.notification(Notification.Level.WARNING, merged.size() - most
                + " results of the lowest levels were left out: the service accepts at most " + MOST_RESULTS + " results and "
                + MOST_BYTES / 1_000_000 + " megabytes, zipped"));
        return merged.stream().filter(kept::contains).toList();
    }

    private static void limitLocations(List<Result> merged, List<Notification> said) {
        int cut = 0;
        for (Result result : merged) {
            if (result.getRelatedLocations() != null && result.getRelatedLocations().size() > MOST_LOCATIONS) {
                result.setRelatedLocations(new LinkedHashSet<>(result.getRelatedLocations().stream().limit(MOST_LOCATIONS).toList()));
                cut++;
            }
        }
        if (cut > 0) {
            said.add(SarifLog.notification(Notification.Level.WARNING, "related locations of " + cut + (cut == 1 ? " result" : " results")
                    + " were left out: the service accepts at most " + MOST_LOCATIONS + " for one"));
        }
    }

    /** GitHub knows no kinds: what is open would look like a failure without a level. */
    private static void closeOpen(Result result) {
        if (result.getKind() == Result.Kind.OPEN) {
            result.setKind(Result.Kind.FAIL);
            result.setLevel(Result.Level.NOTE);
        }
    }

    private static int weight(Result result) {
        return switch (String.valueOf(result.getLevel() == null ? "" : result.getLevel().value())) {
            case "error" -> 0;
            case "warning" -> 1;
            default -> 2;
        };
    }

    private static boolean isSuppressed(Result result) {
        return result.getSuppressions() != null && !result.getSuppressions().isEmpty();
    }

    private static Optional<String> fingerprint(Result result) {
        return result.getPartialFingerprints() == null ? Optional.empty()
                : Optional.ofNullable(result.getPartialFingerprints().getAdditionalProperties().get(Fingerprint.NAME));
    }

    private static String member(Result result) {
        return result.getLocations().stream().filter(at -> at.getLogicalLocations() != null).flatMap(at -> at.getLogicalLocations().stream())
                .map(member -> member.getFullyQualifiedName()).findFirst().orElse("-");
    }

    private static String firstSentence(Result result) {
        String text = result.getMessage().getText();
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end);
    }

    private static String order(Result result) {
        Location at = result.getLocations() == null || result.getLocations().isEmpty() ? null : result.getLocations().get(0);
        if (at == null || at.getPhysicalLocation() == null) {
            return " " + result.getRuleId();
        }
        var region = at.getPhysicalLocation().getRegion();
        return String.format("%s %8d %8d %s", at.getPhysicalLocation().getArtifactLocation().getUri(), region.getStartLine(),
                region.getStartColumn(), result.getRuleId());
    }
}
