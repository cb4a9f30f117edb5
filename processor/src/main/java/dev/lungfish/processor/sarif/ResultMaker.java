package dev.lungfish.processor.sarif;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.CodeFlow;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.LogicalLocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.PartialFingerprints;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Suppression;
import com.contrastsecurity.sarif.ThreadFlow;
import com.contrastsecurity.sarif.ThreadFlowLocation;
import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.finding.RelatedPoint;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.processor.Fingerprint;
import dev.lungfish.processor.Judged;
import dev.lungfish.processor.SourcePaths;
import dev.lungfish.processor.SourceTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes SARIF results of findings. Not thread-safe. */
final class ResultMaker {
    static final String SOURCE_ROOT = "%SRCROOT%";
    private static final String OPEN = "residual.check";

    private final SourcePaths paths;
    private final SourceTexts sources;
    private final boolean comparing;
    private final Map<String, LineHashes> hashes = new HashMap<>();

    /**
     * A maker.
     *
     * @param comparing whether there is a baseline, so that each result says whether it is new
     */
    ResultMaker(SourcePaths paths, SourceTexts sources, boolean comparing) {
        this.paths = paths;
        this.sources = sources;
        this.comparing = comparing;
    }

    Result result(Judged judged) {
        Finding finding = judged.finding();
        Result result = new Result();
        result.setRuleId(finding.rule().key());
        result.setRuleIndex(RuleDescriptors.indexOf(finding.rule().key()));
        boolean open = finding.rule().key().equals(OPEN);
        // Nothing failed: it is open. The standard wants no level then.
        result.setKind(open ? Result.Kind.OPEN : Result.Kind.FAIL);
        result.setLevel(open ? Result.Level.NONE : Result.Level.fromValue(finding.level().word()));
        result.setMessage(message(finding));
        Location at = location(finding.at());
        if (!finding.member().isEmpty()) {
            LogicalLocation member = new LogicalLocation();
            member.setFullyQualifiedName(finding.member());
            member.setKind(finding.member().contains("#") ? "member" : "type");
            at.setLogicalLocations(linked(member));
        }
        result.setLocations(List.of(at));
        result.setPartialFingerprints(fingerprints(judged));
        addSteps(result, finding);
        if (judged.state() == Judged.State.SUPPRESSED) {
            Suppression suppression = new Suppression();
            suppression.setKind(Suppression.Kind.IN_SOURCE);
            result.setSuppressions(linked(suppression));
        }
        if (comparing) {
            result.setBaselineState(judged.state() == Judged.State.KNOWN ? Result.BaselineState.UNCHANGED : Result.BaselineState.NEW);
        }
        return result;
    }

    /** Headline, then a link for each step in the order in which things happen, then the repair. */
    private static Message message(Finding finding) {
        StringBuilder text = new StringBuilder(Sentences.sentence(finding.headline()));
        int id = 1;
        for (RelatedPoint point : finding.related()) {
            text.append(" [").append(Sentences.label(Sentences.sentence(point.text()))).append("](").append(id++).append(')');
        }
        if (!finding.help().isEmpty()) {
            text.append(" Help: ").append(Sentences.sentence(finding.help()));
        }
        return text(text.toString());
    }

    private void addSteps(Result result, Finding finding) {
        if (finding.related().isEmpty()) {
            return;
        }
        Set<Location> related = new LinkedHashSet<>();
        SortedMap<Integer, List<ThreadFlowLocation>> threads = new TreeMap<>(Map.of(0, new ArrayList<>()));
        int id = 1;
        for (RelatedPoint point : finding.related()) {
            Location location = location(point.at());
            location.setId(id++);
            location.setMessage(text(Sentences.sentence(point.text())));
            related.add(location);
            threads.computeIfAbsent(point.thread(), key -> new ArrayList<>()).add(step(point.at(), point.text(), ThreadFlowLocation.Importance.IMPORTANT));
        }
        threads.get(0).add(step(finding.at(), finding.headline(), ThreadFlowLocation.Importance.ESSENTIAL));
        result.setRelatedLocations(related);
        CodeFlow flow = new CodeFlow();
        flow.setThreadFlows(threads.entrySet().stream().map(thread -> threadFlow(thread.getKey(), thread.getValue(), threads.size())).toList());
        result.setCodeFlows(List.of(flow));
    }

    /** What one thread does; named only where there are several. */
    private static ThreadFlow threadFlow(int thread, List<ThreadFlowLocation> steps, int threads) {
        ThreadFlow flow = new ThreadFlow();
        if (threads > 1) {
            flow.setId(thread == 0 ? "this thread" : "another thread");
        }
        flow.setLocations(steps);
        return flow;
    }

    private ThreadFlowLocation step(SourcePoint at, String text, ThreadFlowLocation.Importance importance) {
        Location location = location(at);
        location.setMessage(text(Sentences.sentence(text)));
        ThreadFlowLocation step = new ThreadFlowLocation();
        step.setLocation(location);
        step.setImportance(importance);
        return step;
    }

    private Location location(SourcePoint at) {
        Location location = new Location();
        if (at.isKnown()) {
            PhysicalLocation physical = new PhysicalLocation();
            ArtifactLocation artifact = new ArtifactLocation();
            artifact.setUri(paths.uri(at.file()));
            if (paths.isUnderRoot(at.file())) {
                artifact.setUriBaseId(SOURCE_ROOT);
            }
            physical.setArtifactLocation(artifact);
            Region region = new Region();
            region.setStartLine(at.line());
            region.setStartColumn(at.column());
            region.setEndLine(Math.max(at.line(), at.endLine()));
            region.setEndColumn(at.endLine() <= at.line() ? Math.max(at.column() + 1, at.endColumn()) : at.endColumn());
            physical.setRegion(region);
            location.setPhysicalLocation(physical);
        }
        return location;
    }

    private PartialFingerprints fingerprints(Judged judged) {
        PartialFingerprints fingerprints = new PartialFingerprints();
        SourcePoint at = judged.finding().at();
        String hash = hashes.computeIfAbsent(at.file(), file -> LineHashes.of(sources.text(file).orElse(""))).ofLine(at.line());
        if (!hash.isEmpty()) {
            fingerprints.setAdditionalProperty("primaryLocationLineHash", hash);
        }
        fingerprints.setAdditionalProperty(Fingerprint.NAME, judged.fingerprint().digest());
        return fingerprints;
    }

    private static Message text(String text) {
        Message message = new Message();
        message.setText(text);
        return message;
    }

    private static <T> Set<T> linked(T one) {
        Set<T> set = new LinkedHashSet<>();
        set.add(one);
        return set;
    }
}
