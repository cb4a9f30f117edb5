package dev.lungfish.checker.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the effects column of a model row. The only class that knows the words. Stateless. */
final class EffectParser {
    /** A token cut into its parts: {@code name(a,b)guard!kept+also}. */
    private record Token(String text, String name, List<String> arguments, Guard guard, List<String> kept, List<String> also) {
    }

    /** Every word; a lambda for each would take longer to link than all rows take to read. */
    private static final List<String> WORDS = List.of("acquires", "atomic", "await", "awaitall", "awaitlatch", "bin", "boxes", "closes", "completes", "content",
            "copy", "countdown", "countup", "empties", "entry", "feeds", "fill", "fills", "freezes", "fresh", "frozen", "frozencopy", "frozenonly", "global", "guarded", "ident", "includes",
            "inside", "isthread", "lend", "lockview", "merge", "move", "nests", "offthread", "onlyon", "opens", "outline", "parallel", "peek", "publishes",
            "read", "readswrite", "reopens", "runs", "same", "sequential", "shared", "single", "stage", "take", "threadstate", "unknown", "unused", "validates", "view",
            "waitsall", "waitsas", "waitssome", "within", "wraps", "write", "yields");
    private static final String NO_HANDLE = "none";

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
        return WORDS;
    }

    private static Effect parseToken(String text) {
        Token token = cut(text);
        Effect effect = onPlace(token);
        if (effect == null) {
            effect = bare(token);
        }
        if (effect == null) {
            effect = onHandle(token);
        }
        if (effect == null) {
            effect = onFunctionOrRegion(token);
        }
        if (effect == null) {
            throw new IllegalArgumentException("unknown effect '" + text + "'");
        }
        return effect;
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

    /** Words about how places are used and connected, and about what the result is. Null: none of them. */
    private static Effect onPlace(Token t) {
        switch (t.name()) {
            case "read":
                return new Effect.Use(one(t), UseMode.READ);
            case "write":
                return new Effect.Use(one(t), UseMode.WRITE);
            case "atomic":
                return new Effect.Use(one(t), UseMode.ATOMIC);
            case "ident":
                return new Effect.Use(one(t), UseMode.IDENTITY);
            case "unused":
                return new Effect.Use(one(t), UseMode.NONE);
            case "merge":
                return new Effect.Merge(two(t, 0), two(t, 1));
            case "fill":
                return new Effect.Fill(two(t, 0), two(t, 1));
            case "publishes":
                return new Effect.Publishes(one(t));
            case "unknown":
                return new Effect.Unknown(one(t));
            case "freezes":
                return new Effect.Freezes(one(t));
            case "frozenonly":
                return new Effect.FrozenOnly(one(t));
            case "same":
                return new Effect.Same(one(t));
            case "copy":
                return new Effect.Copy(one(t));
            case "frozencopy":
                return new Effect.FrozenCopy(one(t));
            case "view":
                return new Effect.View(one(t));
            case "guarded":
                return new Effect.Guarded(one(t));
            case "wraps":
                return new Effect.Wraps(one(t));
            case "content":
                return new Effect.Content(one(t));
            case "boxes":
                return new Effect.Boxes(one(t));
            case "threadstate":
                return new Effect.ThreadState(one(t));
            default:
                return null;
        }
    }

    /** Words without parentheses. Null: none of them. */
    private static Effect bare(Token t) {
        Effect effect;
        switch (t.name()) {
            case "fresh":
                effect = new Effect.Fresh();
                break;
            case "frozen":
                effect = new Effect.Frozen();
                break;
            case "global":
                effect = new Effect.Global();
                break;
            case "readswrite":
                effect = new Effect.ReadsWrite();
                break;
            case "take":
                effect = new Effect.Take();
                break;
            case "peek":
                effect = new Effect.Peek();
                break;
            case "shared":
                effect = new Effect.Shared();
                break;
            case "waitsall":
                effect = new Effect.WaitsAll();
                break;
            case "serial":
                effect = new Effect.Serial();
                break;
            case "waitssome":
                effect = new Effect.WaitsSome();
                break;
            case "parallel":
                effect = new Effect.Parallel();
                break;
            case "sequential":
                effect = new Effect.Sequential();
                break;
            case "offthread":
                effect = new Effect.OffThread();
                break;
            default:
                return null;
        }
        if (!t.arguments().isEmpty()) {
            throw new IllegalArgumentException("'" + t.text() + "' takes nothing in parentheses");
        }
        return effect;
    }

    /** Words about what leaves and what brings it back. Null: none of them. */
    private static Effect onHandle(Token t) {
        switch (t.name()) {
            case "move":
                return new Effect.Move(guarded(t), t.guard(), t.kept());
            case "lend":
                return lend(t);
            case "stage":
                return new Effect.Stage(one(t));
            case "nests":
                return new Effect.Nests(two(t, 0), two(t, 1));
            case "await":
                return new Effect.Await(guarded(t), t.guard(), t.also());
            case "awaitall":
                return new Effect.AwaitAll(guarded(t), t.guard(), t.also());
            case "includes":
                return new Effect.Includes(one(t));
            case "completes":
                return new Effect.Completes(one(t));
            case "waitsas":
                return new Effect.WaitsAs(one(t));
            case "outline":
                return new Effect.Outline(one(t));
            case "countup":
                return new Effect.CountUp(one(t));
            case "countdown":
                return new Effect.CountDown(one(t));
            case "awaitlatch":
                return new Effect.AwaitLatch(guarded(t), t.guard());
            default:
                return null;
        }
    }

    /** Words about functions, locks, regions and threads. Null: none of them. */
    private static Effect onFunctionOrRegion(Token t) {
        switch (t.name()) {
            case "runs":
                arity(t, 2);
                return new Effect.Runs(place(t, 0), kind(t, 1), thread(t, 1));
            case "feeds":
                return feeds(t);
            case "yields":
                arity(t, 2);
                return new Effect.Yields(place(t, 0), contentOf(t.arguments().get(1), Place.RESULT, t));
            case "within":
                return new Effect.Within(two(t, 0), two(t, 1));
            case "bin":
                return new Effect.Bin(one(t));
            case "opens":
                arity(t, 2);
                return new Effect.Opens(place(t, 0), mode(t, 1), t.guard());
            case "closes":
                return t.arguments().size() == 1 ? new Effect.Closes(one(t), null) : new Effect.Closes(two(t, 0), mode(t, 1));
            case "single":
                return new Effect.Single(one(t));
            case "reopens":
                return new Effect.Reopens(one(t));
            case "lockview":
                arity(t, 1);
                return new Effect.LockView(mode(t, 0));
            case "validates":
                return new Effect.Validates(one(t));
            case "acquires":
                return new Effect.Acquires(guarded(t), t.guard());
            case "empties":
                return new Effect.Empties(one(t));
            case "fills":
                return new Effect.Fills(one(t));
            case "inside":
                return new Effect.Inside(one(t));
            case "onlyon":
                arity(t, 1);
                return new Effect.OnlyOn(t.arguments().get(0));
            case "isthread":
                arity(t, 1);
                return new Effect.IsThread(t.arguments().get(0));
            case "entry":
                arity(t, 1);
                return new Effect.Entry(kind(t, 0), thread(t, 0));
            default:
                return null;
        }
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

    private static RunKind kind(Token token, int index) {
        String whole = token.arguments().get(index);
        int colon = whole.indexOf(':');
        String word = colon < 0 ? whole : whole.substring(0, colon);
        List<String> known = new ArrayList<>();
        for (RunKind kind : RunKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
            known.add(kind.word());
        }
        throw new IllegalArgumentException("unknown way to run '" + word + "' in '" + token.text() + "'; known are " + String.join(" ", known));
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
