package dev.lungfish.processor.sarif;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.OriginalUriBaseIds;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Tool;
import com.contrastsecurity.sarif.ToolComponent;
import com.contrastsecurity.sarif.VersionControlDetails;
import dev.lungfish.processor.Judged;
import dev.lungfish.processor.Notice;
import dev.lungfish.processor.Options;
import dev.lungfish.processor.Provenance;
import dev.lungfish.processor.Report;
import dev.lungfish.processor.SourcePaths;
import dev.lungfish.processor.StatisticsText;
import dev.lungfish.processor.Versions;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One run of Lungfish as a SARIF log. Holds no state. */
public final class SarifLog {
    private static final URI INFORMATION = URI.create("https://lungfish.dev/");
    private static final URI SCHEMA = URI.create("https://json.schemastore.org/sarif-2.1.0.json");

    private SarifLog() {
    }

    /** The text of the log of a report. */
    public static String text(Report report, Options options, Optional<Provenance> provenance) {
        ResultMaker maker = new ResultMaker(new SourcePaths(options.root()), report.sources(), options.baseline().isPresent());
        List<Result> results = new ArrayList<>();
        for (Judged judged : report.findings()) {
            results.add(maker.result(judged));
        }
        return SarifJson.write(log(results, notifications(report, options), report.failure().isEmpty(), report.statistics(),
                provenance.map(SarifLog::versionOf).stream().toList()));
    }

    /**
     * A log of one run.
     *
     * @param successful whether everything was looked at
     * @param statistics counts by name, kept among the run's properties
     * @param versions of the repositories that were analysed; perhaps none
     */
    static SarifSchema210 log(List<Result> results, List<Notification> notifications, boolean successful, Map<String, Long> statistics,
            Collection<VersionControlDetails> versions) {
        ToolComponent driver = new ToolComponent();
        driver.setName("Lungfish");
        driver.setFullName("Lungfish for Java");
        driver.setInformationUri(INFORMATION);
        driver.setVersion(Versions.own());
        driver.setRules(RuleDescriptors.all());
        Tool tool = new Tool();
        tool.setDriver(driver);
        Invocation invocation = new Invocation();
        invocation.setExecutionSuccessful(successful);
        if (!notifications.isEmpty()) {
            invocation.setToolExecutionNotifications(notifications);
        }
        Run run = new Run();
        run.setTool(tool);
        run.setInvocations(List.of(invocation));
        run.setOriginalUriBaseIds(bases());
        run.setColumnKind(Run.ColumnKind.UTF_16_CODE_UNITS);
        run.setResults(results);
        if (!versions.isEmpty()) {
            run.setVersionControlProvenance(new LinkedHashSet<>(versions));
        }
        if (!statistics.isEmpty()) {
            PropertyBag properties = new PropertyBag();
            properties.setAdditionalProperty("statistics", new TreeMap<>(statistics));
            run.setProperties(properties);
        }
        SarifSchema210 log = new SarifSchema210();
        log.set$schema(SCHEMA);
        log.setVersion(SarifSchema210.Version._2_1_0);
        log.setRuns(List.of(run));
        return log;
    }

    /** How SARIF says where sources come from. Their root is the root of the repository's checkout. */
    static VersionControlDetails versionOf(Provenance provenance) {
        ArtifactLocation root = new ArtifactLocation();
        root.setUriBaseId(ResultMaker.SOURCE_ROOT);
        VersionControlDetails version = new VersionControlDetails();
        version.setRepositoryUri(provenance.repository());
        version.setRevisionId(provenance.revision());
        if (!provenance.branch().isEmpty()) {
            version.setBranch(provenance.branch());
        }
        version.setMappedTo(root);
        return version;
    }

    /** A notification without a place. */
    static Notification notification(Notification.Level level, String text) {
        Message message = new Message();
        message.setText(Sentences.sentence(text));
        Notification notification = new Notification();
        notification.setLevel(level);
        notification.setMessage(message);
        return notification;
    }

    private static List<Notification> notifications(Report report, Options options) {
        SourcePaths paths = new SourcePaths(options.root());
        List<Notification> notifications = new ArrayList<>();
        for (Notice notice : report.notices()) {
            Notification.Level level = report.failure().isPresent() ? Notification.Level.ERROR
                    : notice.weight() == Notice.Weight.WARNING ? Notification.Level.WARNING : Notification.Level.NOTE;
            String place = notice.at().isKnown() ? paths.name(notice.at().file()) + ":" + notice.at().line() + ": " : "";
            notifications.add(notification(level, place + notice.text()));
        }
        Long generated = report.statistics().get(StatisticsText.GENERATED);
        if (generated != null && options.generated() == Options.Generated.SKIP) {
            notifications.add(notification(Notification.Level.NOTE, generated + " findings in generated code were left out"));
        }
        return notifications;
    }

    /** What the base is, not where: the same input gives the same bytes on every machine. */
    private static OriginalUriBaseIds bases() {
        Message description = new Message();
        description.setText("The root of the source tree.");
        ArtifactLocation root = new ArtifactLocation();
        root.setDescription(description);
        OriginalUriBaseIds bases = new OriginalUriBaseIds();
        bases.setAdditionalProperty(ResultMaker.SOURCE_ROOT, root);
        return bases;
    }
}
