package dev.lungfish.processor.shard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.finding.RelatedPoint;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.rule.Level;
import dev.lungfish.checker.rule.Rule;
import dev.lungfish.checker.rule.RuleCatalog;
import dev.lungfish.processor.Fingerprint;
import dev.lungfish.processor.InputException;
import dev.lungfish.processor.Judged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads shards back: from directories of classes and from jars. Holds no state. */
public final class ShardReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ShardReader() {
    }

    /**
     * The findings of all shards below a directory or in a jar, in the order of class names.
     *
     * @param input the directory or jar
     * @param locate finds the source file for a path within a package, as {@code a/b/C.java}
     * @throws InputException if there is no shard, or one cannot be read
     */
    public static List<Judged> read(Path input, UnaryOperator<String> locate) {
        return within(input, top -> readBelow(input, top, locate));
    }

    /**
     * Looks into a directory or a jar.
     *
     * @param work is given the directory, or the root of the jar, which is closed afterwards
     * @throws InputException if it is neither
     */
    static <T> T within(Path input, Function<Path, T> work) {
        if (Files.isDirectory(input)) {
            return work.apply(input);
        }
        try (FileSystem jar = FileSystems.newFileSystem(input, (ClassLoader) null)) {
            return work.apply(jar.getPath("/"));
        } catch (IOException | java.nio.file.ProviderNotFoundException e) {
            throw new InputException("cannot read '" + input + "': it is no SARIF file, no directory and no jar");
        }
    }

    private static List<Judged> readBelow(Path input, Path top, UnaryOperator<String> locate) {
        List<Path> shards;
        try (Stream<Path> files = Files.walk(top)) {
            shards = files.filter(file -> file.toString().replace('\\', '/').contains(Shard.FOLDER) && file.toString().endsWith(".json"))
                    .sorted().toList();
        } catch (IOException e) {
            throw new InputException("cannot read '" + input + "': " + e.getMessage());
        }
        List<Judged> findings = new ArrayList<>();
        shards.forEach(shard -> findings.addAll(readShard(shard, locate)));
        return findings;
    }

    private static List<Judged> readShard(Path file, UnaryOperator<String> locate) {
        try {
            JsonNode shard = MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
            if (!shard.path("lungfish").asText().equals("findings/1")) {
                throw new InputException("'" + file + "' is not a shard of this version of Lungfish");
            }
            List<Judged> findings = new ArrayList<>();
            for (JsonNode node : shard.path("findings")) {
                findings.add(judged(node, file, locate));
            }
            return findings;
        } catch (JsonProcessingException e) {
            throw new InputException("'" + file + "' is not a shard: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new InputException("cannot read '" + file + "': " + e.getMessage());
        }
    }

    private static Judged judged(JsonNode node, Path file, UnaryOperator<String> locate) {
        String key = node.path("rule").asText();
        Rule rule = RuleCatalog.find(key).orElseThrow(() -> new InputException("'" + file + "' names a rule that this version does not have: " + key));
        List<RelatedPoint> related = new ArrayList<>();
        for (JsonNode point : node.path("related")) {
            related.add(new RelatedPoint(point(point.path("at"), locate), point.path("text").asText(), point.path("thread").asInt()));
        }
        String member = node.path("member").asText();
        Finding finding = new Finding(rule, Level.valueOf(node.path("level").asText().toUpperCase(Locale.ROOT)), point(node.path("at"), locate),
                node.path("headline").asText(), related, node.path("help").asText(), member, "");
        return new Judged(finding, Judged.State.valueOf(node.path("state").asText().toUpperCase(Locale.ROOT)),
                new Fingerprint(member, key, node.path("ordinal").asInt()));
    }

    private static SourcePoint point(JsonNode at, UnaryOperator<String> locate) {
        return new SourcePoint(locate.apply(at.path("file").asText()), at.path("line").asInt(), at.path("column").asInt(),
                at.path("endLine").asInt(), at.path("endColumn").asInt(), at.path("start").asInt(), at.path("end").asInt());
    }
}
