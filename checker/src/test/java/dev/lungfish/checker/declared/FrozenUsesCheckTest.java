package dev.lungfish.checker.declared;

import dev.lungfish.checker.testing.FrozenSources;
import org.junit.jupiter.api.Test;

/** {@code frozen.mutable.part} of fields, functions and type arguments that are promised to be frozen. */
class FrozenUsesCheckTest {
    @Test
    void fieldsDeclaredFrozen_areJudgedByInitialiserAndConstructor() {
        FrozenSources.expectMarks("""
                // Fields.java
                import dev.lungfish.annotation.Frozen;
                import java.util.*;
                import java.util.function.*;
                class Fields {
                    static final @Frozen List<String> GOOD = List.of("a");
                    static final @Frozen List<String> BAD = new ArrayList<>(); //! frozen.mutable.part
                    static final @Frozen Map<String, String> VIEW = Collections.unmodifiableMap(BAD_SOURCE()); //! frozen.mutable.part
                    private @Frozen Map<String, String> empty = Map.of();
                    private final @Frozen List<String> kept;
                    private final @Frozen List<String> copied;
                    private final @Frozen List<String> passed;
                    private final @Frozen List<List<String>> deep;
                    private final @Frozen List<String> other = GOOD;
                    private final @Frozen Supplier<String> lambda = () -> "x";
                    private final @Frozen StringBuilder builder = new StringBuilder(); //! frozen.mutable.part
                    private final List<String> plain = new ArrayList<>();
                    Fields(List<String> names, @Frozen List<String> frozen, List<List<String>> lists) {
                        kept = names; //! frozen.mutable.part
                        copied = List.copyOf(names);
                        passed = frozen;
                        deep = List.copyOf(lists); //! frozen.mutable.part
                    }
                    void reload(Map<String, String> fresh) { empty = fresh; }
                    private static Map<String, String> BAD_SOURCE() { return new HashMap<>(); }
                }
                """);
    }

    @Test
    void functions_forFrozenInterfaces_captureFrozenValuesOnly() {
        FrozenSources.expectMarks("""
                // Functions.java
                import dev.lungfish.annotation.Frozen;
                import java.util.*;
                import java.util.regex.Pattern;
                class Functions {
                    @Frozen interface Rule { boolean accepts(String text); }
                    interface Plain { boolean accepts(String text); }
                    private int calls;
                    private final int limit = 3;
                    private final List<String> words = new ArrayList<>();
                    private final List<String> known = List.of("a");
                    static int total;
                    void use(Rule rule) { }
                    Rule all(Pattern pattern, int max, List<String> given, StringBuilder log, @Frozen List<String> frozen) {
                        List<String> copy = List.copyOf(given);
                        int[] count = {0};
                        use(text -> text.length() < max && pattern.matcher(text).matches());
                        use(text -> copy.contains(text) || frozen.contains(text));
                        use(String::isEmpty);
                        use(copy::contains);
                        use(text -> { StringBuilder own = new StringBuilder(); return own.append(text).length() > limit; });
                        use(text -> known.contains(text) && twice(text) > total++);
                        use(given::contains); //! frozen.mutable.part
                        use(text -> given.contains(text)); //! frozen.mutable.part
                        use(text -> log.append(text).length() < 80); //! frozen.mutable.part
                        use(text -> count[0]++ > 0); //! frozen.mutable.part
                        use(text -> words.contains(text)); //! frozen.mutable.part
                        use(text -> this.calls++ > 3); //! frozen.mutable.part
                        use(this::open); //! frozen.mutable.part
                        use(text -> counted() > 3); //! frozen.mutable.part
                        Plain plain = text -> log.append(text).length() < 80;
                        return text -> plain.accepts(text); //! frozen.mutable.part
                    }
                    private int twice(String text) { return text.length() * limit; }
                    private int counted() { return calls; }
                    boolean open(String text) { return true; }
                }
                """);
    }

    @Test
    void typeArguments_forFrozenParameters_areFrozen() {
        FrozenSources.expectMarks("""
                // Boxes.java
                import dev.lungfish.annotation.Frozen;
                import java.util.*;
                class Boxes<T, @Frozen F> {
                    static final class Box<@Frozen T> { }
                    static final class Pair<A, @Frozen B> { }
                    static class Base<@Frozen T> { }
                    static class Good extends Base<String> { }
                    static class Bad extends Base<StringBuilder> { } //! frozen.mutable.part
                    Box<String> good;
                    Box<StringBuilder> bad; //! frozen.mutable.part
                    Box<@Frozen StringBuilder> annotated;
                    Box<F> byParameter;
                    Box<T> byVariable; //! frozen.mutable.part
                    Box<?> any;
                    Pair<StringBuilder, String> onlySecond;
                    Map<String, Box<int[]>> nested; //! frozen.mutable.part
                    Box<List<String>> list(Box<Optional<String>> in) { return null; } //! frozen.mutable.part
                    static <@Frozen X> void share() { }
                    void run() {
                        Boxes.<String>share();
                        Boxes.<Date>share(); //! frozen.mutable.part
                    }
                }
                """);
    }
}
