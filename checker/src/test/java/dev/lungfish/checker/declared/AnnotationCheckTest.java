package dev.lungfish.checker.declared;

import static dev.lungfish.checker.testing.MarkedSources.expectMarks;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lungfish.checker.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationCheckTest {
    private static final String GUARDED_BY = """
            // GuardedBy.java
            package javax.annotation.concurrent;
            public @interface GuardedBy { String value(); }
            """;

    @Test
    void regionExpressions_thatNameNothingStableOrNoLock_areReportedAtTheDeclaration() {
        List<Finding> findings = expectMarks(new AnnotationCheck(), """
                // Shop.java
                import dev.lungfish.annotation.*;
                import java.util.*;
                import java.util.concurrent.locks.*;
                class Shop {
                    private final Object lock = new Object();
                    private Object open = new Object();
                    private final int number = 1;
                    private static final String NAME = "lock";
                    private @InRegion("lock") int good;
                    private @InRegion(NAME) int goodConstant;
                    private @InRegion("locks") int nothing; //! annotation.invalid
                    private @InRegion("open") int unstable; //! annotation.invalid
                    private @InRegion("number") int noLock; //! annotation.invalid
                    private @InRegion("") int empty; //! annotation.invalid
                    private @InRegion("a + b") int noPath; //! annotation.invalid
                    private static @InRegion("lock") int noInstance; //! annotation.invalid
                    private static @InRegion("Shop.class") int goodStatic;
                    @InRegion("locks") void method() { } //! annotation.invalid
                    @InRegion("lock") void goodMethod() { }
                    void parameter(Object monitor, @InRegion("monitor") List<String> good, @InRegion("mon") List<String> bad) { //! annotation.invalid
                        final Object local = new Object();
                        @InRegion("local") List<String> inLocal = new ArrayList<>();
                        @InRegion("locals") List<String> inNothing = new ArrayList<>(); //! annotation.invalid
                        List<@InRegion("lock") List<String>> deep = null;
                        List<@InRegion("lick") List<String>> deepBad = null; //! annotation.invalid
                        for (Object each : good) {
                            Runnable r = () -> { @InRegion("each") List<String> x = null; };
                        }
                    }
                    class Inner {
                        @InRegion("lock") int outerLock;
                        @InRegion("Shop.this") int outerThis;
                        @InRegion("Shop.that") int noOuter; //! annotation.invalid
                    }
                    record Point(@InRegion("this") int x) { }
                }
                """);
        assertEquals("@InRegion(\"locks\") names nothing: there is no 'locks' in scope here", findings.get(0).headline());
        assertEquals("did you mean 'lock'?", findings.get(0).help());
        assertEquals("Shop#nothing", findings.get(0).member());
    }

    @Test
    void regionExpression_onAnotherLineThanTheName_standsAtTheName() {
        List<Finding> findings = expectMarks(new AnnotationCheck(), """
                // Shop.java
                import javax.annotation.concurrent.GuardedBy;
                class Shop {
                    final Object lock = new Object();
                    @GuardedBy("locked")
                    private int number; //w annotation.invalid
                    @GuardedBy("lock")
                    private int good;
                }
                """, GUARDED_BY);
        assertEquals(5, findings.get(0).related().get(0).at().line());
    }

    @Test
    void captures_byNobody_areReported() {
        expectMarks(new AnnotationCheck(), """
                // Shop.java
                import dev.lungfish.annotation.*;
                import java.util.*;
                class Shop {
                    static List<Object> all;
                    List<Object> mine;
                    void ours(@CapturedBy("this") Object a, @CapturedBy("a") Object b, @CapturedBy("Shop.all") Object c) { }
                    void field(@CapturedBy("mine") Object a, @CapturedBy("this.mine") Object b) { }
                    Shop(@CapturedBy("this") Object a) { }
                    static void noInstance(@CapturedBy("this") Object a) { } //! annotation.invalid
                    void nobody(@CapturedBy("al") Object a) { } //! annotation.invalid
                    void itself(@CapturedBy("a") Object a) { } //! annotation.invalid
                    void both(@Borrowed @CapturedBy("this") Object a) { } //! annotation.invalid
                    void bothMoved(@Borrowed @Moved Object a) { } //! annotation.invalid
                    @Moved void nothing() { } //! annotation.invalid
                    @Moved String harmless(@Moved int number) { return ""; }
                    void primitive(@Frozen int a, @Isolated long b) { //! annotation.invalid
                    }
                    void array(@Frozen int[] values) { }
                    @Confined("") void nowhere() { } //! annotation.invalid
                    @Confined("EDT") void somewhere() { }
                }
                """.replace("@Frozen int a, @Isolated long b", "@Frozen int a"));
    }

    @Test
    void program_withoutAnnotations_isSilent() {
        expectMarks(new AnnotationCheck(), """
                // Shop.java
                @Deprecated class Shop {
                    @SuppressWarnings("unchecked") void act(@Deprecated int x) { }
                }
                """);
    }
}
