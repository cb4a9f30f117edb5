package dev.lungfish.processor;

import dev.lungfish.checker.AnalysisOptions;
import dev.lungfish.checker.rule.Level;
import dev.lungfish.checker.rule.Rule;
import dev.lungfish.checker.rule.RuleCatalog;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads options given as names and values. Everything wrong is collected, so that a user mends it in one go. Used for one reading, by one
 * thread.
 */
public final class OptionParser {
    /** The names of all options; {@code rule.KEY} stands for one name per rule. */
    public static final List<String> NAMES = List.of("sarif", "html", "baseline", "level", "rule.KEY", "strict", "residual", "generated",
            "contracts", "contractsIn", "models", "selfOpen", "root", "stats");

    private static final String RULE = "rule.";
    private static final List<String> LEVELS = Arrays.stream(Level.values()).map(Level::word).toList();
    private static final List<String> KEYS = RuleCatalog.all().stream().map(Rule::key).toList();

    private final List<String> problems = new ArrayList<>();

    private OptionParser() {
    }

    /**
     * What came of a reading.
     *
     * @param options what was understood, with defaults for the rest
     * @param problems one sentence for each thing that is wrong; empty if all is well
     */
    public record Outcome(Options options, List<String> problems) {
    }

    /** Reads the options; names stand without prefix, as in {@code strict}. */
    public static Outcome parse(Map<String, String> given) {
        OptionParser parser = new OptionParser();
        Options options = parser.read(given);
        return new Outcome(options, List.copyOf(parser.problems));
    }

    private Options read(Map<String, String> given) {
        Options defaults = Options.defaults();
        Map<String, Optional<Level>> rules = new LinkedHashMap<>();
        for (Map.Entry<String, String> option : given.entrySet()) {
            String name = option.getKey();
            if (name.startsWith(RULE)) {
                readRule(name.substring(RULE.length()), option.getValue(), rules);
            } else if (!NAMES.contains(name)) {
                problems.add("unknown option '" + name + "'" + NearMiss.hint(name, NAMES) + " valid: " + String.join(", ", NAMES));
            }
        }
        return new Options(level(given, "level", Level.ERROR), rules, bool(given, "strict", false),
                choice(given, "residual", Options.Residual.values(), defaults.residual()),
                choice(given, "generated", Options.Generated.values(), defaults.generated()),
                choice(given, "contracts", AnalysisOptions.Contracts.values(), defaults.contracts()),
                choice(given, "contractsIn", Options.ContractsIn.values(), defaults.contractsIn()), models(given), path(given, "sarif"),
                path(given, "html"), existing(given, "baseline"), path(given, "stats"), root(given, defaults.root()),
                bool(given, "selfOpen", true));
    }

    private void readRule(String key, String value, Map<String, Optional<Level>> rules) {
        if (!KEYS.contains(key)) {
            problems.add("unknown rule '" + key + "' in option 'rule." + key + "'" + NearMiss.hint(key, KEYS) + " valid: "
                    + String.join(", ", KEYS));
            return;
        }
        if ("off".equals(value)) {
            rules.put(key, Optional.empty());
        } else if (LEVELS.contains(String.valueOf(value))) {
            rules.put(key, Optional.of(Level.valueOf(value.toUpperCase(Locale.ROOT))));
        } else {
            List<String> valid = new ArrayList<>(LEVELS);
            valid.add("off");
            reject(RULE + key, value, valid);
        }
    }

    private Level level(Map<String, String> given, String name, Level otherwise) {
        return choice(given, name, Level.values(), otherwise);
    }

    private boolean bool(Map<String, String> given, String name, boolean otherwise) {
        if (!given.containsKey(name)) {
            return otherwise;
        }
        String value = given.get(name);
        if ("true".equals(value) || "false".equals(value)) {
            return Boolean.parseBoolean(value);
        }
        reject(name, value, List.of("true", "false"));
        return otherwise;
    }

    private <E extends Enum<E>> E choice(Map<String, String> given, String name, E[] values, E otherwise) {
        if (!given.containsKey(name)) {
            return otherwise;
        }
        String value = given.get(name);
        List<String> words = Arrays.stream(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
        int at = words.indexOf(value);
        if (at < 0) {
            reject(name, value, words);
            return otherwise;
        }
        return values[at];
    }

    private void reject(String name, String value, List<String> valid) {
        String shown = value == null ? "no value" : "the value '" + value + "'";
        problems.add("option '" + name + "' has " + shown + NearMiss.hint(String.valueOf(value), valid) + " valid: "
                + String.join(", ", valid));
    }

    private List<Path> models(Map<String, String> given) {
        List<Path> models = new ArrayList<>();
        String value = given.get("models");
        if (value == null) {
            requireValue(given, "models");
            return models;
        }
        for (String part : value.split(File.pathSeparator)) {
            if (!part.isBlank()) {
                toPath("models", part).filter(path -> requireFile("models", path)).ifPresent(models::add);
            }
        }
        return models;
    }

    private Optional<Path> existing(Map<String, String> given, String name) {
        return path(given, name).filter(path -> requireFile(name, path));
    }

    private boolean requireFile(String name, Path path) {
        if (Files.isRegularFile(path)) {
            return true;
        }
        problems.add("option '" + name + "': there is no file '" + path + "'");
        return false;
    }

    private Path root(Map<String, String> given, Path otherwise) {
        Optional<Path> root = path(given, "root");
        if (root.isPresent() && !Files.isDirectory(root.get())) {
            problems.add("option 'root': there is no directory '" + root.get() + "'");
        }
        return root.map(path -> path.toAbsolutePath().normalize()).orElse(otherwise);
    }

    private Optional<Path> path(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null || value.isBlank()) {
            requireValue(given, name);
            return Optional.empty();
        }
        return toPath(name, value);
    }

    private void requireValue(Map<String, String> given, String name) {
        if (given.containsKey(name)) {
            problems.add("option '" + name + "' needs a value: the path of a file or directory");
        }
    }

    private Optional<Path> toPath(String name, String value) {
        try {
            return Optional.of(Path.of(value));
        } catch (InvalidPathException e) {
            problems.add("option '" + name + "': '" + value + "' is not a path: " + e.getReason());
            return Optional.empty();
        }
    }
}
