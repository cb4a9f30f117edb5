package dev.lungfish.checker.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.testing.Sources;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardAnnotationsTest {
    private static Program program;

    @BeforeAll
    static void attribute() {
        program = Sources.attributeTexts("""
                // Shop.java
                import dev.lungfish.annotation.InRegion;
                import java.util.List;
                class Shop {
                    final Object lock = new Object();
                    @InRegion("lock") int number;
                    private final @InRegion("lock") List<String> list = null;
                    @InRegion("lock") int[] array;
                    java.util.Map.@InRegion("lock") Entry<String, String> qualified;
                    @javax.annotation.concurrent.GuardedBy("this") int old;
                    @com.google.errorprone.annotations.concurrent.GuardedBy({"lock", "this"}) int both;
                    int free;
                    @InRegion("lock") void nothing() { }
                    @InRegion("lock") int primitive() { return 0; }
                    @InRegion("lock") private List<String> before() { return list; }
                    @InRegion("lock") @Deprecated /* c */ final synchronized List<String> beforeTwo() { return list; }
                    private @InRegion("lock") List<String> behind() { return list; }
                    private @InRegion("lock") @Deprecated List<String> behindTwo() { return list; }
                    @InRegion("lock") List<String> alone() { return list; }
                    @javax.annotation.concurrent.GuardedBy("this") List<String> oldMethod() { return list; }
                    List<String> plainMethod() { return list; }
                }
                """, """
                // GuardedBy.java
                package javax.annotation.concurrent;
                public @interface GuardedBy { String value(); }
                """, """
                // com/GuardedBy.java
                package com.google.errorprone.annotations.concurrent;
                public @interface GuardedBy { String[] value(); }
                """);
    }

    @ParameterizedTest
    @CsvSource({"number, lock", "list, lock", "array, lock", "qualified, lock", "old, this", "both, lock this", "free, ''"})
    void field_itsRegionsAreRead(String field, String regions) {
        assertEquals(regions, expressions(new GuardAnnotations(program).ofVariable(member(field))));
    }

    @ParameterizedTest
    @CsvSource({"nothing, lock, ''", "primitive, lock, ''", "before, lock, ''", "beforeTwo, lock, ''", "behind, '', lock", "behindTwo, '', lock",
        "alone, lock, lock", "oldMethod, this, ''", "plainMethod, '', ''"})
    void method_regionsOnEntryAndOfTheResultAreToldApart(String method, String onEntry, String ofResult) {
        GuardAnnotations guards = new GuardAnnotations(program);
        ExecutableElement element = (ExecutableElement) member(method);
        assertEquals(onEntry, expressions(guards.onEntry(element)), "on entry");
        assertEquals(ofResult, expressions(guards.ofResult(element)), "result");
    }

    private static String expressions(List<GuardAnnotations.Guard> guards) {
        return guards.stream().map(GuardAnnotations.Guard::expression).collect(Collectors.joining(" "));
    }

    private static Element member(String name) {
        TypeElement element = program.elements().getTypeElement("Shop");
        return element.getEnclosedElements().stream().filter(e -> e.getSimpleName().contentEquals(name)).findFirst().orElseThrow();
    }
}
