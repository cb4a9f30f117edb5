package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.region.Touch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A summary as the words of one line of a contract file, and back. What {@link #of} writes {@link #parse} reads into an equal summary, but for
 * the places where things happen, which callers in other modules do not see.
 */
final class SummaryText {
    private static final String NOTHING = "nothing";
    static final Map<Access, String> LETTERS = Map.of(Access.IDENTITY, "i", Access.READ, "r", Access.UNKNOWN, "u", Access.WRITE, "w");
    private static final Map<RegionKey.Mode, String> MODES = Map.of(RegionKey.Mode.OPTIMISTIC, "o", RegionKey.Mode.READ, "r", RegionKey.Mode.WRITE, "w");

    private SummaryText() {
    }

    static String of(Summary summary) {
        List<String> words = new ArrayList<>();
        add("use", new TreeMap<>(summary.uses()).entrySet().stream().filter(e -> LETTERS.containsKey(e.getValue()))
                .map(e -> e.getKey() + LETTERS.get(e.getValue())).toList(), words);
        add("holds", summary.pairs().stream().map(p -> p.holder() + "<" + p.value()).sorted().distinct().toList(), words);
        add("same", summary.groups().stream().map(g -> new TreeSet<>(g).stream().map(String::valueOf).collect(Collectors.joining("~"))).sorted().distinct()
                .toList(), words);
        add("moves", formals(summary.moved()), words);
        add("touches", TouchText.of(summary.touches().here(), Touch.ANYTHING), words);
        add("leaves", TouchText.of(summary.touches().away(), Touch.EVERYTHING), words);
        add("perhaps", formals(summary.touches().perhaps()), words);
        add("lent", formals(summary.loans().byResult()), words);
        add("iftrue", formals(summary.loans().ifTrue()), words);
        add("ends", ended(summary.loans()), words);
        add("freezes", formals(summary.frozen()), words);
        add("publishes", formals(summary.published()), words);
        add("frozen", formals(summary.requiresFrozen()), words);
        add("keeps", new TreeMap<>(summary.kept()).entrySet().stream().flatMap(e -> e.getValue().stream().sorted().map(k -> e.getKey() + "@" + text(k))).toList(),
                words);
        add("needs", summary.required().stream().map(n -> MODES.get(n.mode()) + "@" + text(n.region())).sorted().distinct().toList(), words);
        add("opens", summary.opened().stream().map(SummaryText::text).sorted().toList(), words);
        add("closes", summary.closed().stream().map(SummaryText::text).sorted().toList(), words);
        add("unknown", new TreeSet<>(summary.dirty()).stream().map(f -> f == Summary.RESULT ? "result" : String.valueOf(f)).toList(), words);
        if (summary.result() != Summary.Result.NONE) {
            words.add("result=" + summary.result().name().toLowerCase(Locale.ROOT)
                    + (summary.result().isInside() ? "@" + text(summary.resultRegion()) : ""));
            add("of", formals(summary.resultOf()), words);
        }
        return words.isEmpty() ? NOTHING : String.join(" ", words);
    }

    private static List<String> ended(Loans loans) {
        return Stream.concat(formals(loans.ended()).stream(), loans.groups().stream().sorted()
                .map(group -> group.kind().name().toLowerCase(Locale.ROOT) + "@" + text(group.owner()))).toList();
    }

    private static void add(String word, List<String> values, List<String> words) {
        if (!values.isEmpty()) {
            words.add(word + "=" + String.join(",", values));
        }
    }

    private static List<String> formals(Collection<Integer> formals) {
        return new TreeSet<>(formals).stream().map(String::valueOf).toList();
    }

    /** A region that is open afterwards as one word: for writing and always, if nothing else is said. */
    private static String text(Summary.Opened opened) {
        String when = opened.when() == null ? "" : opened.when() ? "+" : "-";
        boolean plain = opened.mode() == RegionKey.Mode.WRITE && opened.when() == null;
        return (plain ? "" : MODES.get(opened.mode()) + when + "@") + text(opened.region());
    }

    private static Summary.Opened opened(String word) {
        if (word.indexOf('@') < 0) {
            return new Summary.Opened(region(word), RegionKey.Mode.WRITE, null);
        }
        String how = before(word);
        Boolean when = how.endsWith("+") ? Boolean.TRUE : how.endsWith("-") ? Boolean.FALSE : null;
        return new Summary.Opened(region(behind(word)), keyOf(MODES, when == null ? how : how.substring(0, how.length() - 1)), when);
    }

    /** A region as one word. */
    static String text(RegionKey key) {
        String start = key.kind().name().toLowerCase(Locale.ROOT) + ":" + key.base();
        return key.fields().isEmpty() ? start : start + "/" + String.join("/", key.fields());
    }

    /**
     * Reads the words of a line.
     *
     * @throws IllegalArgumentException if one of them is none
     */
    static Summary parse(String line) {
        Map<String, List<String>> words = new TreeMap<>();
        if (!line.equals(NOTHING)) {
            for (String word : line.split(" ", -1)) {
                int equals = word.indexOf('=');
                if (equals <= 0 || words.put(word.substring(0, equals), List.of(word.substring(equals + 1).split(",", -1))) != null) {
                    throw new IllegalArgumentException(word);
                }
            }
        }
        Map<Integer, Access> uses = new TreeMap<>();
        take(words, "use").forEach(u -> uses.put(number(u.substring(0, Math.max(0, u.length() - 1))), keyOf(LETTERS, u.substring(Math.max(0, u.length() - 1)))));
        List<Summary.Pair> pairs = take(words, "holds").stream().map(p -> {
            List<Integer> both = numbers(p, "<", 2);
            return new Summary.Pair(both.get(0), both.get(1), SourcePoint.NOWHERE);
        }).toList();
        List<Set<Integer>> groups = take(words, "same").stream().map(g -> (Set<Integer>) new TreeSet<>(numbers(g, "~", 0))).toList();
        Set<Integer> moved = all(take(words, "moves"));
        Loans loans = loans(take(words, "ends"), all(take(words, "lent")), all(take(words, "iftrue")));
        Set<Integer> frozen = all(take(words, "freezes"));
        Set<Integer> published = all(take(words, "publishes"));
        Set<Integer> requiresFrozen = all(take(words, "frozen"));
        Map<Integer, Set<RegionKey>> kept = new TreeMap<>();
        take(words, "keeps").forEach(k -> kept.computeIfAbsent(number(before(k)), f -> new TreeSet<>()).add(region(behind(k))));
        List<Summary.Requirement> required = take(words, "needs").stream().map(n -> {
            RegionKey region = region(behind(n));
            return new Summary.Requirement(region, keyOf(MODES, before(n)), SourcePoint.NOWHERE, region.shown());
        }).toList();
        Set<Summary.Opened> opened = take(words, "opens").stream().map(SummaryText::opened).collect(Collectors.toSet());
        Set<RegionKey> closed = regions(take(words, "closes"));
        List<String> results = take(words, "result");
        String result = results.isEmpty() ? "none" : results.get(0);
        boolean inside = result.contains("@");
        Set<Integer> resultOf = all(take(words, "of"));
        Set<Integer> dirty = take(words, "unknown").stream().map(f -> f.equals("result") ? Summary.RESULT : number(f)).collect(Collectors.toCollection(TreeSet::new));
        Touches touches = new Touches(TouchText.parse(take(words, "touches")), TouchText.parse(take(words, "leaves")), all(take(words, "perhaps")));
        if (!words.isEmpty() || results.size() > 1) {
            throw new IllegalArgumentException(line);
        }
        return new Summary(uses, pairs, groups, moved, Set.of(), frozen, published, requiresFrozen, kept, required, opened, closed,
                resultKind(inside ? before(result) : result, inside), resultOf, inside ? region(behind(result)) : null, dirty, touches, loans);
    }

    private static Loans loans(List<String> ended, Set<Integer> byResult, Set<Integer> ifTrue) {
        Set<LoanGroup> groups = ended.stream().filter(e -> e.indexOf('@') >= 0).map(e -> new LoanGroup(groupKind(before(e)), region(behind(e))))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Loans(all(ended.stream().filter(e -> e.indexOf('@') < 0).toList()), groups, byResult, ifTrue);
    }

    private static LoanGroup.Kind groupKind(String word) {
        return Stream.of(LoanGroup.Kind.values()).filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }

    private static Summary.Result resultKind(String word, boolean inside) {
        for (Summary.Result kind : Summary.Result.values()) {
            if (kind.isInside() == inside && kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(word);
    }

    private static List<String> take(Map<String, List<String>> words, String word) {
        List<String> values = words.remove(word);
        return values == null ? List.of() : values;
    }

    private static Set<Integer> all(List<String> values) {
        return values.stream().map(SummaryText::number).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Integer> numbers(String text, String separator, int exactly) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.split(separator, -1)) {
            numbers.add(number(part));
        }
        if (exactly > 0 && numbers.size() != exactly) {
            throw new IllegalArgumentException(text);
        }
        return numbers;
    }

    static int number(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException(text);
        }
        return Integer.parseInt(text);
    }

    static <E> E keyOf(Map<E, String> letters, String letter) {
        return letters.entrySet().stream().filter(e -> e.getValue().equals(letter)).map(Map.Entry::getKey).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(letter));
    }

    private static String before(String text) {
        return text.substring(0, Math.max(0, text.indexOf('@')));
    }

    private static String behind(String text) {
        return text.substring(text.indexOf('@') + 1);
    }

    private static Set<RegionKey> regions(List<String> values) {
        return values.stream().map(SummaryText::region).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A region from its word.
     *
     * @throws IllegalArgumentException if it is none
     */
    static RegionKey region(String text) {
        int colon = text.indexOf(':');
        List<String> path = List.of(text.substring(colon + 1).split("/", -1));
        for (RegionKey.Kind kind : RegionKey.Kind.values()) {
            if (colon > 0 && kind.name().toLowerCase(Locale.ROOT).equals(text.substring(0, colon)) && path.stream().noneMatch(String::isEmpty)) {
                return new RegionKey(kind, path.get(0), path.subList(1, path.size()));
            }
        }
        throw new IllegalArgumentException(text);
    }
}
