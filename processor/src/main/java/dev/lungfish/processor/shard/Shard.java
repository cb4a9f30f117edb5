package dev.lungfish.processor.shard;

import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.finding.RelatedPoint;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.processor.JsonText;
import dev.lungfish.processor.Judged;
import dev.lungfish.processor.SourceTexts;
import java.util.List;
import java.util.Locale;

/**
 * The findings of one top-level class as a small file that travels with its class file. It names source files by their place in their package
 * only, so the same source gives the same bytes on every machine. Holds no state.
 */
public final class Shard {
    /** Where shards lie in a directory of classes or in a jar. */
    public static final String FOLDER = "META-INF/lungfish/findings/";

    private Shard() {
    }

    /** The path of the shard of a top-level class. */
    public static String pathOf(String className) {
        return FOLDER + className + ".json";
    }

    /** The text of the shard. */
    public static String text(String className, List<Judged> findings, SourceTexts sources) {
        JsonText json = new JsonText().beginObject();
        json.name("lungfish").value("findings/1").name("class").value(className);
        json.name("findings").beginArray();
        for (Judged judged : findings) {
            Finding finding = judged.finding();
            json.beginObject();
            json.name("rule").value(finding.rule().key());
            json.name("level").value(finding.level().word());
            json.name("state").value(judged.state().name().toLowerCase(Locale.ROOT));
            json.name("member").value(judged.fingerprint().member());
            json.name("ordinal").value(judged.fingerprint().ordinal());
            json.name("headline").value(finding.headline());
            json.name("help").value(finding.help());
            point(json, "at", finding.at(), sources);
            json.name("related").beginArray();
            for (RelatedPoint related : finding.related()) {
                json.beginObject().name("text").value(related.text()).name("thread").value(related.thread());
                point(json, "at", related.at(), sources);
                json.endObject();
            }
            json.endArray().endObject();
        }
        return json.endArray().endObject().text() + "\n";
    }

    private static void point(JsonText json, String name, SourcePoint at, SourceTexts sources) {
        json.name(name).beginObject().name("file").value(sources.pathInPackage(at.file())).name("line").value(at.line())
                .name("column").value(at.column()).name("endLine").value(at.endLine()).name("endColumn").value(at.endColumn())
                .name("start").value(at.start()).name("end").value(at.end()).endObject();
    }
}
