package dev.lungfish.processor.cli;

import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.finding.RelatedPoint;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.processor.JsonText;
import dev.lungfish.processor.Judged;
import dev.lungfish.processor.Notice;
import dev.lungfish.processor.Report;
import dev.lungfish.processor.StatisticsText;
import java.util.Locale;

/** A report as one JSON document: for scripts. Holds no state. */
final class FindingsJson {
    private FindingsJson() {
    }

    static String text(Report report) {
        JsonText json = new JsonText().beginObject();
        json.name("findings").beginArray();
        for (Judged judged : report.findings()) {
            Finding finding = judged.finding();
            json.beginObject();
            json.name("rule").value(finding.rule().key());
            json.name("level").value(finding.level().word());
            json.name("state").value(judged.state().name().toLowerCase(Locale.ROOT));
            point(json, finding.at());
            json.name("headline").value(finding.headline());
            json.name("help").value(finding.help());
            json.name("member").value(finding.member());
            json.name("fingerprint").value(judged.fingerprint().digest());
            json.name("related").beginArray();
            for (RelatedPoint related : finding.related()) {
                json.beginObject();
                point(json, related.at());
                json.name("text").value(related.text()).name("thread").value(related.thread()).endObject();
            }
            json.endArray().endObject();
        }
        json.endArray();
        json.name("notices").beginArray();
        for (Notice notice : report.notices()) {
            json.beginObject().name("level").value(notice.weight().name().toLowerCase(Locale.ROOT));
            point(json, notice.at());
            json.name("text").value(notice.text()).endObject();
        }
        json.endArray();
        json.name("statistics").beginObject();
        StatisticsText.counts(report).forEach((name, count) -> json.name(name).value(count));
        return json.endObject().endObject().text() + "\n";
    }

    private static void point(JsonText json, SourcePoint at) {
        json.name("file").value(at.file()).name("line").value(at.line()).name("column").value(at.column())
                .name("endLine").value(at.endLine()).name("endColumn").value(at.endColumn());
    }
}
