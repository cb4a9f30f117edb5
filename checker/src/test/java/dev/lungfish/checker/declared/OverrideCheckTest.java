package dev.lungfish.checker.declared;

import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.model.KnownTypes;
import dev.lungfish.checker.model.LibraryModels;
import dev.lungfish.checker.testing.MarkedSources;
import dev.lungfish.checker.threads.ParameterWrites;
import dev.lungfish.checker.threads.ThreadReach;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverrideCheckTest {
    private static final String IMPORTS = """
            import dev.lungfish.annotation.*;
            import java.util.*;
            class Order { int n; List<String> lines = new ArrayList<>(); void touch() { n++; } int total() { return n; } }
            """;

    private static void expect(String text) {
        MarkedSources.expectMarks((program, sink) -> {
            LibraryModels models = LibraryModels.load(List.of());
            KnownTypes known = KnownTypes.load(List.of());
            TypeVerdicts verdicts = new TypeVerdicts(program, known, models);
            new OverrideCheck(verdicts, new ParameterWrites(new ThreadReach(program, models, known), verdicts)).check(program, sink);
        }, "// T.java\n" + IMPORTS + text);
    }

    @Test
    void parameter_demandingMoreThanPromised_isReported() {
        expect("""
                class T {
                    interface Sink { void accept(@Borrowed Order order); }
                    static class Moves implements Sink { public void accept(@Moved Order order) { } } //! override.contract
                    static class Keeps implements Sink { public void accept(@CapturedBy("this") Order order) { } } //! override.contract
                    static class Same implements Sink { public void accept(@Borrowed Order order) { } }
                    static class Nothing implements Sink { public void accept(Order order) { } }
                    static abstract class Middle implements Sink { }
                    static class Deep extends Middle { public void accept(@Moved Order order) { } } //! override.contract
                    interface Taker { void accept(@Moved Order order); }
                    static class Less implements Taker { public void accept(@Borrowed Order order) { } }
                    static class Keeper implements Taker { public void accept(@CapturedBy("this") Order order) { } }
                    interface Silent { void accept(Order order); }
                    static class Free implements Silent { public void accept(@Moved Order order) { } } //w override.contract
                    static class Concrete { void accept(Order order) { } }
                    static class FreeToo extends Concrete { @Override void accept(@Moved Order order) { } }
                    interface Text { void accept(@Borrowed String text); }
                    static class FrozenText implements Text { public void accept(@Moved String text) { } }
                    interface Holder { void hold(@CapturedBy("this") Order order); }
                    static class SameHolder implements Holder { public void hold(@CapturedBy("this") Order order) { } }
                    static class Takes implements Holder { public void hold(@Moved Order order) { } } //! override.contract
                    static final Sink ANONYMOUS = new Sink() {
                        @Override public void accept(@Moved Order order) { } //! override.contract
                    };
                    enum Mode implements Sink { A; public void accept(@Moved Order order) { } } //! override.contract
                    record Pair(int a) implements Sink { public void accept(@Moved Order order) { } } //! override.contract
                }
                """);
    }

    @Test
    void silentPromise_countsInStrictCode() {
        expect("""
                @RegionAware class T {
                    interface Silent { void accept(Order order); }
                    static class Takes implements Silent { public void accept(@Moved Order order) { } } //! override.contract
                    static class Keeps implements Silent { public void accept(@CapturedBy("this") Order order) { } } //! override.contract
                    static class Good implements Silent { public void accept(Order order) { } }
                }
                """);
    }

    @Test
    void frozenParameters() {
        expect("""
                class T {
                    static class Printer { void print(@Frozen Order order) { } }
                    static class Writes extends Printer { @Override void print(Order order) { order.n = 1; } } //! override.contract
                    static class WritesDeep extends Printer { @Override void print(Order order) { help(order); } //! override.contract
                        static void help(Order o) { o.lines.add("x"); } }
                    static class Reads extends Printer { @Override void print(Order order) { order.total(); } }
                    static class Stores extends Printer { Order last; @Override void print(@CapturedBy("this") @Frozen Order order) { last = order; } }
                    static class Anything { void print(Order order) { } }
                    static class OnlyFrozen extends Anything { @Override void print(@Frozen Order order) { } } //! override.contract
                    interface Visitor<V> { void visit(V value); }
                    static class Bound implements Visitor<@Frozen Order> { public void visit(@Frozen Order order) { } }
                }
                """);
    }

    @Test
    void results() {
        expect("""
                class T {
                    interface Source { @Moved Order next(); }
                    static class Fresh implements Source { public Order next() { return new Order(); } }
                    static class Declared implements Source { Order o; public @Moved Order next() { return o; } }
                    static class Shared implements Source { Order o; public Order next() { return o; } } //! override.contract
                    static class Local implements Source { public Order next() { Order o = new Order(); o.touch(); return o; } }
                    interface Names { @Frozen List<String> names(); }
                    static class Mutable implements Names { List<String> n = new ArrayList<>(); public List<String> names() { return n; } } //! override.contract
                    static class Copied implements Names { List<String> n = new ArrayList<>(); public List<String> names() { return List.copyOf(n); } }
                    static class Promised implements Names { public @Frozen List<String> names() { return List.of(); } }
                }
                """);
    }

    @Test
    void regions() {
        expect("""
                class T {
                    static class Base {
                        protected final Object lock = new Object();
                        protected @InRegion("lock") List<String> list = new ArrayList<>();
                        void act() { }
                        @InRegion("lock") void locked() { }
                        void take(@InRegion("lock") List<String> list) { }
                        void plain(List<String> list) { }
                        List<String> result() { return new ArrayList<>(); }
                    }
                    static class Demands extends Base {
                        @Override @InRegion("lock") void act() { } //! override.contract
                        @Override @InRegion("this.lock") void locked() { }
                        @Override void take(@InRegion("this.lock") List<String> list) { }
                        @Override void plain(@InRegion("lock") List<String> list) { } //! override.contract
                        @Override protected @InRegion("lock") List<String> result() { return list; } //! override.contract
                    }
                    static class Relaxes extends Base {
                        @Override void locked() { }
                        @Override void take(List<String> list) { }
                    }
                }
                """);
    }
}
