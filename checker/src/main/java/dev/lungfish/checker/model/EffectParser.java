package dev.lungfish.checker.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the effects column of a model row. The only class that knows the words. Stateless. */
final class EffectParser {
    /** A token cut into its parts: {@code name(a,b)guard!kept+also}. */
    private record Token(String text, String name, List<String> arguments, Guard guard, List<String> kept, List<String> also) {
    }

    private interface Word {
        Effect read(Token token);
    }

    private static final Map<String, Word> WORDS = new TreeMap<>();
    private static final String NO_HANDLE = "none";

    static {
        useWords();
        resultWords();
        ownershipWords();
        handleWords();
        functionWords();
        regionWords();
        threadWords();
    }

    private EffectParser() {
    }

    /**
     * The effects of one column.
     *
     * @throws IllegalArgumentException if a token is unknown or malformed; the message quotes it
     */
    static List<Effect> parse(String column) {
        List<Effect> effects = new ArrayList<>();
        int start = 0;
        while (start < column.length()) {
            int end = column.indexOf(' ', start);
            if (end < 0) {
                end = column.length();
            }
            if (end > start) {
                effects.add(parseToken(column.substring(start, end)));
            }
            start = end + 1;
        }
        return effects;
    }

    /** Every word, in alphabetical order. */
    static List<String> words() {
        return List.copyOf(WORDS.keySet());
    }

    private static Effect parseToken(String text) {
        Token token = cut(text);
        Word word = WORDS.get(token.name());
        if (word == null) {
            throw new IllegalArgumentException("unknown effect '" + text + "'");
        }
        return word.read(token);
    }

    private static Token cut(String text) {
        int open = text.indexOf('(');
        if (open < 0) {
            return new Token(text, text, List.of(), Guard.ALWAYS, List.of(), List.of());
        }
        int close = text.lastIndexOf(')');
        if (close < open) {
            throw new IllegalArgumentException("missing ')' in '" + text + "'");
        }
        List<String> arguments = split(text.substring(open + 1, close));
        String rest = text.substring(close + 1);
        int end = firstOf(rest, 0);
        Guard guard = guard(text, rest.substring(0, end));
        List<String> kept = new ArrayList<>();
        List<String> also = new ArrayList<>();
        while (end < rest.length()) {
            int next = firstOf(rest, end + 1);
            String exception = rest.substring(end + 1, next);
            if (exception.isEmpty()) {
                throw new IllegalArgumentException("missing exception in '" + text + "'");
            }
            (rest.charAt(end) == '!' ? kept : also).add(exception);
            end = next;
        }
        return new Token(text, text.substring(0, open), arguments, guard, kept, also);
    }

    private static int firstOf(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '!' || text.charAt(i) == '+') {
                return i;
            }
        }
        return text.length();
    }

    private static Guard guard(String token, String suffix) {
        for (Guard guard : Guard.values()) {
            if (guard.suffix().equals(suffix)) {
                return guard;
            }
        }
        throw new IllegalArgumentException("unknown condition '" + suffix + "' in '" + token + "'");
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = text.indexOf(','); at >= 0; at = text.indexOf(',', start)) {
            parts.add(text.substring(start, at));
            start = at + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static void useWords() {
        WORDS.put("read", t -> new Effect.Use(one(t), UseMode.READ));
        WORDS.put("write", t -> new Effect.Use(one(t), UseMode.WRITE));
        WORDS.put("ident", t -> new Effect.Use(one(t), UseMode.IDENTITY));
        WORDS.put("unused", t -> new Effect.Use(one(t), UseMode.NONE));
        WORDS.put("merge", t -> new Effect.Merge(two(t, 0), two(t, 1)));
        WORDS.put("fill", t -> new Effect.Fill(two(t, 0), two(t, 1)));
        WORDS.put("publishes", t -> new Effect.Publishes(one(t)));
        WORDS.put("freezes", t -> new Effect.Freezes(one(t)));
    }

    private static void resultWords() {
        WORDS.put("fresh", t -> bare(t, new Effect.Fresh()));
        WORDS.put("same", t -> new Effect.Same(one(t)));
        WORDS.put("copy", t -> new Effect.Copy(one(t)));
        WORDS.put("frozencopy", t -> new Effect.FrozenCopy(one(t)));
        WORDS.put("view", t -> new Effect.View(one(t)));
        WORDS.put("guarded", t -> new Effect.Guarded(one(t)));
        WORDS.put("wraps", t -> new Effect.Wraps(one(t)));
        WORDS.put("readswrite", t -> bare(t, new Effect.ReadsWrite()));
        WORDS.put("frozen", t -> bare(t, new Effect.Frozen()));
        WORDS.put("global", t -> bare(t, new Effect.Global()));
        WORDS.put("content", t -> new Effect.Content(one(t)));
        WORDS.put("boxes", t -> new Effect.Boxes(one(t)));
        WORDS.put("take", t -> bare(t, new Effect.Take()));
        WORDS.put("peek", t -> bare(t, new Effect.Peek()));
    }

    private static void ownershipWords() {
        WORDS.put("move", t -> new Effect.Move(guarded(t), t.guard(), t.kept()));
        WORDS.put("lend", t -> lend(t));
        WORDS.put("stage", t -> new Effect.Stage(one(t)));
        WORDS.put("nests", t -> new Effect.Nests(two(t, 0), two(t, 1)));
        WORDS.put("shared", t -> bare(t, new Effect.Shared()));
    }

    private static void handleWords() {
        WORDS.put("await", t -> new Effect.Await(guarded(t), t.guard(), t.also()));
        WORDS.put("awaitall", t -> new Effect.AwaitAll(guarded(t), t.guard(), t.also()));
        WORDS.put("includes", t -> new Effect.Includes(one(t)));
        WORDS.put("completes", t -> new Effect.Completes(one(t)));
        WORDS.put("waitsall", t -> bare(t, new Effect.WaitsAll()));
        WORDS.put("waitssome", t -> bare(t, new Effect.WaitsSome()));
        WORDS.put("waitsas", t -> new Effect.WaitsAs(one(t)));
        WORDS.put("countdown", t -> new Effect.CountDown(one(t)));
        WORDS.put("awaitlatch", t -> new Effect.AwaitLatch(guarded(t), t.guard()));
    }

    private static void functionWords() {
        WORDS.put("runs", EffectParser::runs);
        WORDS.put("feeds", EffectParser::feeds);
        WORDS.put("yields", t -> new Effect.Yields(two(t, 0), contentOf(t.arguments().get(1), Place.RESULT, t)));
        WORDS.put("within", t -> new Effect.Within(two(t, 0), two(t, 1)));
        WORDS.put("bin", t -> new Effect.Bin(one(t)));
        WORDS.put("parallel", t -> bare(t, new Effect.Parallel()));
        WORDS.put("sequential", t -> bare(t, new Effect.Sequential()));
    }

    private static void regionWords() {
        WORDS.put("opens", t -> {
            arity(t, 2);
            return new Effect.Opens(place(t, 0), mode(t, 1), t.guard());
        });
        WORDS.put("closes", t -> new Effect.Closes(one(t)));
        WORDS.put("reopens", t -> new Effect.Reopens(one(t)));
        WORDS.put("lockview", t -> {
            arity(t, 1);
            return new Effect.LockView(mode(t, 0));
        });
        WORDS.put("validates", t -> new Effect.Validates(one(t)));
        WORDS.put("acquires", t -> new Effect.Acquires(guarded(t), t.guard()));
        WORDS.put("inside", t -> new Effect.Inside(one(t)));
    }

    private static void threadWords() {
        WORDS.put("threadstate", t -> new Effect.ThreadState(one(t)));
        WORDS.put("onlyon", t -> {
            arity(t, 1);
            return new Effect.OnlyOn(t.arguments().get(0));
        });
        WORDS.put("offthread", t -> bare(t, new Effect.OffThread()));
        WORDS.put("isthread", t -> {
            arity(t, 1);
            return new Effect.IsThread(t.arguments().get(0));
        });
        WORDS.put("entry", t -> {
            arity(t, 1);
            return new Effect.Entry(kind(t, 0), thread(t, 0));
        });
    }

    private static Effect lend(Token token) {
        if (token.arguments().size() < 2) {
            throw new IllegalArgumentException("'" + token.text() + "' needs a place and the handle that gives it back (or none)");
        }
        List<Place> handles = new ArrayList<>();
        for (int i = 1; i < token.arguments().size(); i++) {
            if (!token.arguments().get(i).equals(NO_HANDLE)) {
                handles.add(place(token, i));
            }
        }
        return new Effect.Lend(place(token, 0), handles, token.kept());
    }

    private static Effect runs(Token token) {
        arity(token, 2);
        return new Effect.Runs(place(token, 0), kind(token, 1), thread(token, 1));
    }

    private static RunKind kind(Token token, int index) {
        String whole = token.arguments().get(index);
        int colon = whole.indexOf(':');
        String word = colon < 0 ? whole : whole.substring(0, colon);
        return Arrays.stream(RunKind.values()).filter(k -> k.word().equals(word)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("unknown way to run '" + word + "' in '" + token.text() + "'; known are "
                        + String.join(" ", Arrays.stream(RunKind.values()).map(RunKind::word).toList())));
    }

    private static String thread(Token token, int index) {
        String whole = token.arguments().get(index);
        int colon = whole.indexOf(':');
        String thread = colon < 0 ? "" : whole.substring(colon + 1);
        if ((kind(token, index) == RunKind.CONFINED) == thread.isEmpty()) {
            throw new IllegalArgumentException("'" + token.text() + "': confined, and only confined, names a thread");
        }
        return thread;
    }

    private static Effect feeds(Token token) {
        arity(token, 3);
        int parameter = number(token.arguments().get(1));
        if (parameter < 0) {
            throw new IllegalArgumentException("'" + token.text() + "': the second part is the number of a parameter");
        }
        return new Effect.Feeds(place(token, 0), parameter, contentOf(token.arguments().get(2), Place.THIS, token));
    }

    private static OpenMode mode(Token token, int index) {
        String letter = token.arguments().get(index).toUpperCase(Locale.ROOT);
        for (OpenMode mode : OpenMode.values()) {
            if (letter.length() == 1 && mode.letter() == letter.charAt(0)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("'" + token.text() + "': the mode is W, R or O");
    }

    private static Effect bare(Token token, Effect effect) {
        if (!token.arguments().isEmpty()) {
            throw new IllegalArgumentException("'" + token.text() + "' takes nothing in parentheses");
        }
        return effect;
    }

    private static Place one(Token token) {
        if (token.guard() != Guard.ALWAYS) {
            throw new IllegalArgumentException("'" + token.text() + "' takes no condition");
        }
        return guarded(token);
    }

    private static Place guarded(Token token) {
        arity(token, 1);
        return place(token, 0);
    }

    private static Place two(Token token, int index) {
        arity(token, 2);
        return place(token, index);
    }

    private static void arity(Token token, int count) {
        if (token.arguments().size() != count) {
            throw new IllegalArgumentException("'" + token.text() + "' needs " + count + " in parentheses");
        }
    }

    private static Place place(Token token, int index) {
        return place(token.arguments().get(index), token);
    }

    private static Place contentOf(String text, Place box, Token token) {
        return text.equals("content") ? new Place.Content(box) : place(text, token);
    }

    private static Place place(String text, Token token) {
        switch (text) {
            case "this":
                return Place.THIS;
            case "result":
                return Place.RESULT;
            case "args":
                return Place.ARGS;
            case "fresh":
                return Place.FRESH;
            case "last":
                return Place.LAST;
            default:
                if (text.startsWith("content(") && text.endsWith(")")) {
                    return new Place.Content(place(text.substring("content(".length(), text.length() - 1), token));
                }
                if (text.startsWith("elements(") && text.endsWith(")")) {
                    return new Place.Elements(place(text.substring("elements(".length(), text.length() - 1), token));
                }
                int index = number(text);
                if (index >= 0) {
                    return Place.arg(index);
                }
                throw new IllegalArgumentException("unknown place '" + text + "' in '" + token.text() + "'");
        }
    }

    /** The number that the text is; -1 if it is none. */
    private static int number(String text) {
        if (text.isEmpty() || text.length() > 3) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
