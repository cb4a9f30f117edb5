package dev.lungfish.checker.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lungfish.checker.declared.RegionPath.Invalid;
import dev.lungfish.checker.declared.RegionPath.Path;
import dev.lungfish.checker.declared.RegionPath.Reason;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.testing.Sources;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionExpressionTest {
    private static final String SHOP = """
            // Shop.java
            package shop;
            import java.util.concurrent.locks.*;
            import java.util.concurrent.Semaphore;
            import static shop.Locks.GLOBAL;
            class Shop extends Base {
                static final Object LOCK = new Object();
                static Object loose = new Object();
                private final Object lock = new Object();
                private final ReadWriteLock readWrite = new ReentrantReadWriteLock();
                private final StampedLock stamped = new StampedLock();
                private final Semaphore permits = new Semaphore(1);
                private final Object[] stripes = {};
                private final Holder holder = new Holder();
                private Object open = new Object();
                private final int number = 1;
                private final Integer boxed = 2;
                private final String name = "x";
                private int guarded;
                private static int guardedStatic;
                Object getLock() { return lock; }
                int getNumber() { return number; }
                void act(Object first, Object second) { second = first; }
                static void act(Shop shop) { }
                class Inner { int field; final Object own = new Object(); void in() { } }
                static class Nested { int field; }
                static class Holder { final Object mutex = new Object(); Object changing; }
                enum Size { SMALL; final Object lock = new Object(); int count; }
                record Pair(Object left, int right) { void meet() { } }
            }
            """;
    private static final String LOCKS = """
            // Locks.java
            package shop;
            class Locks {
                static final Object GLOBAL = new Object();
            }
            class Base {
                protected final Object inherited = new Object();
                private final Object hidden = new Object();
            }
            """;
    private static Program program;

    @BeforeAll
    static void attribute() {
        program = Sources.attributeTexts(SHOP, LOCKS);
    }

    @ParameterizedTest
    @CsvSource({
        "lock, this.lock", "this.lock, this.lock", "this, this", "Shop.this, this", "Shop.this.lock, this.lock", "super.inherited, this.inherited",
        "LOCK, Shop.LOCK", "Shop.LOCK, Shop.LOCK", "shop.Shop.LOCK, Shop.LOCK", "Shop.class, Shop.class", "shop.Locks.class, Locks.class",
        "Locks.GLOBAL, Locks.GLOBAL", "GLOBAL, Locks.GLOBAL", "String.class, String.class", "readWrite, this.readWrite", "stamped, this.stamped",
        "permits, this.permits", "stripes, this.stripes", "inherited, this.inherited", "holder.mutex, this.holder.mutex",
        "getLock(), this.getLock()", "this.getLock( ), this.getLock()", "itself, guarded", "<self>, guarded", "Size.SMALL, Size.SMALL",
        "Size.SMALL.lock, Size.SMALL.lock"})
    void atInstanceField_validExpression_isResolved(String expression, String path) {
        assertEquals(path, assertInstanceOf(Path.class, resolve(expression, member("shop.Shop", "guarded"))).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "locks, NAMES_NOTHING, locks", "holder.mutx, NAMES_NOTHING, mutx", "hidden, NAMES_NOTHING, hidden", "getLocks(), NAMES_NOTHING, getLocks()",
        "NoType.LOCK, NAMES_NOTHING, NoType", "open, NOT_STABLE, open", "loose, NOT_STABLE, loose", "holder.changing, NOT_STABLE, changing",
        "number, NOT_LOCKABLE, int", "boxed, NOT_LOCKABLE, java.lang.Integer", "name, NOT_LOCKABLE, java.lang.String",
        "getNumber(), NOT_LOCKABLE, int", "lock +, NOT_A_PATH, lock +", "Shop, NOT_A_PATH, Shop", "lock., NOT_A_PATH, lock.",
        "Base.inherited, NO_INSTANCE, inherited", "first, NAMES_NOTHING, first", "#1, NAMES_NOTHING, #1", "getLock().x, NOT_STABLE, getLock()"})
    void atInstanceField_expressionWithoutMeaning_saysWhy(String expression, Reason reason, String culprit) {
        Invalid invalid = assertInstanceOf(Invalid.class, resolve(expression, member("shop.Shop", "guarded")));
        assertEquals(reason + " " + culprit, invalid.reason() + " " + invalid.culprit());
    }

    @Test
    void blankExpression_isEmpty() {
        assertEquals(Reason.EMPTY, assertInstanceOf(Invalid.class, resolve("  ", member("shop.Shop", "guarded"))).reason());
    }

    @ParameterizedTest
    @CsvSource({"lock, lock", "this, this", "getLock(), getLock()", "this.lock, this", "Shop.this, Shop.this"})
    void atStaticField_instancePath_hasNoInstance(String expression, String culprit) {
        Invalid invalid = assertInstanceOf(Invalid.class, resolve(expression, member("shop.Shop", "guardedStatic")));
        assertEquals(Reason.NO_INSTANCE + " " + culprit, invalid.reason() + " " + invalid.culprit());
    }

    @Test
    void atMethod_parameters_areNamesAndNumbers() {
        Element act = member("shop.Shop", "act");
        assertEquals("first", resolve("first", act).toString());
        assertEquals("first", resolve("#1", act).toString());
        assertEquals("this.lock", resolve("lock", act).toString());
        assertEquals(Reason.NOT_STABLE, assertInstanceOf(Invalid.class, resolve("second", act)).reason());
    }

    @Test
    void atInnerClass_outerLock_isPathThroughOuter() {
        Element field = member("shop.Shop.Inner", "field");
        assertEquals("Shop.this.lock", resolve("lock", field).toString());
        assertEquals("Shop.this", resolve("Shop.this", field).toString());
        assertEquals("this.own", resolve("own", field).toString());
        assertEquals("Shop.this.lock", resolve("Shop.this.lock", field).toString());
    }

    @Test
    void atStaticNestedClass_outerInstanceLock_hasNoInstance() {
        Element field = member("shop.Shop.Nested", "field");
        assertEquals(Reason.NO_INSTANCE, assertInstanceOf(Invalid.class, resolve("lock", field)).reason());
        assertEquals("Shop.LOCK", resolve("LOCK", field).toString());
    }

    @Test
    void atEnumAndRecord_finalFields_areStable() {
        assertEquals("this.lock", resolve("lock", member("shop.Shop.Size", "count")).toString());
        assertEquals("this.left", resolve("left", member("shop.Shop.Pair", "meet")).toString());
        assertEquals(Reason.NOT_LOCKABLE, assertInstanceOf(Invalid.class, resolve("right", member("shop.Shop.Pair", "meet"))).reason());
    }

    @Test
    void unknownName_nearMissesAreNamed_nearestFirst() {
        Invalid invalid = assertInstanceOf(Invalid.class, resolve("lok", member("shop.Shop", "guarded")));
        assertEquals(List.of("lock", "LOCK"), invalid.nearMisses().stream().sorted(java.util.Comparator.reverseOrder()).toList());
    }

    private static RegionPath resolve(String expression, Element declaredAt) {
        return new RegionExpression(program).resolve(expression, declaredAt);
    }

    private static Element member(String type, String name) {
        TypeElement element = program.elements().getTypeElement(type);
        return element.getEnclosedElements().stream().filter(e -> e.getSimpleName().contentEquals(name)).findFirst().orElseThrow();
    }
}
