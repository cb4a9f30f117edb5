package dev.lungfish.checker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.checker.rule.Rule;
import dev.lungfish.checker.rule.RuleCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The file of all words is complete, has nothing too much, and keeps the house's way of writing. */
class MessagesFileTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path FILE = Path.of("src/main/resources/dev/lungfish/checker/messages.properties");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");
    private static final String HELP = ".help";

    /** Words of the analysis that a reader cannot know. */
    private static final Pattern INTERNAL = Pattern.compile("partition|element of the lattice|\\blabel|caller\\(|disconnected|\\bpath-sensitive|lattice|"
            + "\\btransfer function|\\bbottom\\b|\\btop element", Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> TEXTS = texts();
    private static final Collection<String> LITERALS = literals();

    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(FILE)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String id = line.substring(0, line.indexOf('='));
                    assertFalse(texts.containsKey(id), "twice: " + id);
                    texts.put(id, line.substring(id.length() + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Collection<String> literals() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            TreeSet<String> all = new TreeSet<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                String code = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
                LITERAL.matcher(code).results().forEach(hit -> all.add(hit.group(1)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> keys() {
        return RuleCatalog.all().stream().map(Rule::key).toList();
    }

    private static boolean isOrStartsWith(String id, String start) {
        return id.equals(start) || id.startsWith(start + ".");
    }

    /** Ids that begin with the key of a rule or with a word that only messages begin with. */
    private static boolean looksLikeAnId(String literal) {
        return keys().stream().anyMatch(key -> literal.startsWith(key + ".") && literal.matches("[a-z]+(\\.[a-z]+)+"))
                || literal.matches("(step|threads|internal)(\\.[a-z]+)+");
    }

    @Test
    void everyIdInTheCode_hasAText() {
        List<String> without = LITERALS.stream().filter(MessagesFileTest::looksLikeAnId).filter(id -> !TEXTS.containsKey(id)).toList();
        assertEquals(List.of(), without);
    }

    /** An id is used if it stands in the code, or if the code puts it together: a literal that ends in a dot, and the rest of the id. */
    @Test
    void everyText_isUsed() {
        List<String> unused = TEXTS.keySet().stream().filter(id -> !id.endsWith(HELP)).filter(id -> !isUsed(id)).toList();
        assertEquals(List.of(), unused);
    }

    private static boolean isUsed(String id) {
        if (LITERALS.contains(id)) {
            return true;
        }
        for (int dot = id.indexOf('.'); dot >= 0; dot = id.indexOf('.', dot + 1)) {
            String start = id.substring(0, dot);
            String rest = id.substring(dot + 1);
            boolean startIsThere = LITERALS.contains(start + ".") || LITERALS.contains(start);
            boolean restIsThere = LITERALS.contains(rest) || LITERALS.contains("." + rest) || isConstantInWords(rest);
            if (startIsThere && restIsThere) {
                return true;
            }
        }
        return false;
    }

    /** Some ids end in the name of a constant: {@code NOT_FINAL} is {@code not.final}. */
    private static boolean isConstantInWords(String rest) {
        String constant = rest.replace('.', '_').toUpperCase(Locale.ROOT);
        return CONSTANTS.contains(constant);
    }

    private static final Collection<String> CONSTANTS = constants();

    private static Collection<String> constants() {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(f -> f.toString().endsWith(".java")).flatMap(MessagesFileTest::enumConstants).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> enumConstants(Path file) {
        try {
            String code = Files.readString(file);
            return code.contains("enum ") ? Pattern.compile("\\b[A-Z][A-Z_]+\\b").matcher(code).results().map(r -> r.group()) : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyHeadline_belongsToARule_orIsAStep() {
        List<String> lost = TEXTS.keySet().stream().filter(id -> TEXTS.containsKey(id + HELP)).filter(id -> !id.startsWith("internal."))
                .filter(id -> keys().stream().noneMatch(key -> isOrStartsWith(id, key))).toList();
        assertEquals(List.of(), lost);
    }

    @Test
    void everyHelp_hasItsHeadline() {
        List<String> lost = TEXTS.keySet().stream().filter(id -> id.endsWith(HELP))
                .filter(id -> !TEXTS.containsKey(id.substring(0, id.length() - HELP.length()))).toList();
        assertEquals(List.of(), lost);
    }

    /** Rules that stand in the table and that nothing reports yet. This list may only get shorter. */
    private static final List<String> NOT_REPORTED_YET = List.of("region.not.bridge");

    @Test
    void everyRule_hasAHeadline() {
        List<String> silent = keys().stream().filter(key -> !NOT_REPORTED_YET.contains(key)).filter(key -> TEXTS.keySet().stream().noneMatch(id -> isOrStartsWith(id, key))).toList();
        assertEquals(List.of(), silent);
    }

    /** Placeholders of a headline and its help together have no gap; a step may leave out what does not help its reader. */
    @Test
    void placeholders_areNumbersWithoutGap() {
        for (String id : TEXTS.keySet()) {
            if (!id.endsWith(HELP)) {
                String both = TEXTS.get(id) + TEXTS.getOrDefault(id + HELP, "");
                TreeSet<Integer> numbers = PLACEHOLDER.matcher(both).results().map(r -> Integer.valueOf(r.group(1)))
                        .collect(Collectors.toCollection(TreeSet::new));
                assertEquals(both.chars().filter(c -> c == '{').count(), PLACEHOLDER.matcher(both).results().count(), id);
                if (!SHARES_ITS_NAMES.contains(id)) {
                    assertEquals(IntStream.range(0, numbers.size()).boxed().toList(), List.copyOf(numbers), id);
                }
            }
        }
    }

    /** These get the same names as other texts of their rule, and leave some out. */
    private static final List<String> SHARES_ITS_NAMES = sharing();

    private static List<String> sharing() {
        return TEXTS.keySet().stream().filter(id -> id.startsWith("override.contract.") || id.equals("residual.check")).toList();
    }

    @Test
    void noText_speaksInternally() {
        List<String> internal = TEXTS.entrySet().stream().filter(e -> INTERNAL.matcher(e.getValue()).find()).map(Map.Entry::getKey).toList();
        assertEquals(List.of(), internal);
    }

    @Test
    void everyText_isOneLineInLowerCase_withoutFullStop() {
        for (Map.Entry<String, String> text : TEXTS.entrySet()) {
            String words = text.getValue();
            assertFalse(words.isBlank(), text.getKey());
            assertEquals(words.strip(), words, text.getKey());
            assertTrue(words.endsWith("..)") || !words.endsWith(".") && !words.endsWith("!"), text.getKey());
            assertFalse(Character.isUpperCase(words.charAt(0)), text.getKey());
            assertFalse(words.contains("''"), text.getKey() + ": quotes are written once");
            assertFalse(words.contains("  ") || words.contains("\\"), text.getKey());
        }
    }

    @Test
    void filling_putsNamesWhereTheyBelong() {
        Messages messages = Messages.load();
        Matcher placeholder = PLACEHOLDER.matcher("");
        for (String id : messages.ids()) {
            String text = messages.text(id, List.of("zero", "one", "two", "three", "four"));
            assertFalse(placeholder.reset(text).find(), text);
        }
    }
}
