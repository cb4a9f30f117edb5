package dev.lungfish.runtime;

import static dev.lungfish.runtime.Verdicts.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FreezerTest {
  record Line(String text, List<String> tags) {}

  record Order(int id, List<Line> lines, Map<String, Line> named) {}

  enum Color {
    RED, GREEN
  }

  enum Counting {
    ONE;
    int uses;
  }

  static final class Guarded {
    final Lock lock = new ReentrantLock();
    final String name = "g";
  }

  static final class Cell {
    Object value;
  }

  static class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
    final String owner = "me";
  }

  record Typed(ArrayList<String> list) {}

  @Test
  void immutableValues_areFrozen() {
    for (Object value : new Object[] {"s", 1, 2L, 'c', true, new BigDecimal("1"), UUID.randomUUID(), Instant.now(), ZoneId.of("Europe/Berlin"),
        ZoneId.of("Z"), URI.create("a:b"), Path.of("x"), Locale.ROOT, Pattern.compile("x"), TimeUnit.DAYS, String.class, Color.RED,
        Optional.of("x"), Optional.empty(), List.of(), List.of(1, 2, 3), Set.of("a"), Map.of("a", 1), Map.entry(1, 2),
        List.of(1, 2, 3).subList(1, 2), Collections.emptyList(), Collections.singleton(1), Collections.nCopies(3, "x"),
        java.util.stream.Stream.of(1, 2).toList(), new int[0], new Object(), new Guarded(), new ReentrantLock(),
        java.nio.charset.StandardCharsets.UTF_8, String.CASE_INSENSITIVE_ORDER}) {
      assertTrue(Freezer.isFrozen(value), () -> value.getClass() + ": " + Freezer.explain(value));
      assertSame(value, Freezer.freeze(value));
    }
    assertNull(Freezer.freeze(null));
    assertTrue(Freezer.isFrozen(null));
  }

  @Test
  void mutableThings_areRefusedWithPathAndHint() {
    Map<String, Line> named = Map.of("k", new Line("x", new ArrayList<>()));
    NotFreezableException e = (NotFreezableException) refused("freeze.unfreezable",
        () -> Freezer.freeze(new Order(1, List.of(), named)), "Order.named[\"k\"].tags", "java.util.ArrayList is mutable; use List.copyOf(..)");
    assertEquals("Order.named[\"k\"].tags", e.path());
    assertTrue(e.root() instanceof Order && e.blocker() instanceof ArrayList);
    assertNull(e.regionName());
    refused("freeze.unfreezable", () -> Freezer.freeze(new Cell()), "Cell.value", "is not final");
    refused("freeze.unfreezable", () -> Freezer.freeze(Counting.ONE), "Counting.uses");
    refused("freeze.unfreezable", () -> Freezer.freeze(new Names()), "extends java.util.ArrayList");
    refused("freeze.unfreezable", () -> Freezer.freeze(List.of(new int[] {1})), "List[0]", "int[]");
    refused("freeze.unfreezable", () -> Freezer.freeze(Arrays.asList(1)), "List.copyOf");
    refused("freeze.unfreezable", () -> Freezer.freeze(Collections.unmodifiableMap(new HashMap<>())), "view", "Map.copyOf");
    refused("freeze.unfreezable", () -> Freezer.freeze(new Exception("x")), "Exception");
    refused("freeze.unfreezable", () -> Freezer.freeze(Book.region("r")), "Region");
  }

  @Test
  void statuses_areAppliedToSubtypesAndNearestFirst() {
    interface Tool {}
    record Hammer(int weight) implements Tool {}
    record Box(Tool tool) {}
    Freezer.never(Tool.class);
    refused("freeze.unfreezable", () -> Freezer.freeze(new Box(new Hammer(1))), "Box.tool", "never");
    Freezer.shared(Hammer.class);
    assertTrue(Freezer.isFrozen(new Box(new Hammer(1))));
    final class Meter {
      int value;
    }
    record Panel(Meter meter) {}
    Freezer.shared(Meter.class);
    assertTrue(Freezer.isFrozen(new Panel(new Meter())));
  }

  @Test
  void explicit_isAcceptedAfterItWasFrozenItself() {
    record Config(String text) {}
    record App(Config config) {}
    Freezer.explicit(Config.class);
    Config config = new Config("a");
    assertFalse(Freezer.isFrozen(new App(config)));
    refused("freeze.unfreezable", () -> Freezer.freeze(new App(config)), "App.config");
    Freezer.freeze(config);
    assertTrue(Freezer.isFrozen(new App(config)));
    assertFalse(Freezer.isFrozen(new App(new Config("a"))), "identity counts, not equality");
  }

  static final class Outer {
    final List<String> words = List.of("a");

    final class Uses {
      String first() {
        return words.get(0);
      }
    }

    @SuppressWarnings("ClassCanBeStatic")
    final class Ignores {
      String constant() {
        return "c";
      }
    }

    Supplier<String> lambda() {
      return () -> words.get(0);
    }
  }

  @Test
  void enclosingInstance_isNotDraggedAlong_unlessUnused() {
    Outer outer = new Outer();
    Outer.Uses uses = outer.new Uses();
    refused("freeze.unfreezable", () -> Freezer.freeze(uses), "this$0", "enclosing instance");
    refused("freeze.unfreezable", () -> Freezer.freeze(outer.lambda()), "enclosing instance");
    Outer.Ignores ignores = outer.new Ignores();
    assertSame(ignores, Freezer.freeze(ignores));
    Freezer.freeze(outer);
    assertSame(uses, Freezer.freeze(uses));
    assertTrue(Freezer.isFrozen(outer.lambda()));
  }

  @Test
  void conversion_runsOncePerObjectAndCall_beforeTheDecision() {
    record Doc(List<String> tags) {}
    AtomicInteger runs = new AtomicInteger();
    Freezer.by(Doc.class, doc -> {
      runs.incrementAndGet();
      return new Doc(List.copyOf(doc.tags()));
    });
    Doc doc = new Doc(new ArrayList<>(List.of("x")));
    Doc frozen = Freezer.freeze(doc);
    assertEquals(1, runs.get());
    assertEquals(doc, frozen);
    assertTrue(Freezer.isFrozen(frozen));
    assertFalse(Freezer.isFrozen(doc));
    assertSame(frozen, Freezer.freeze(frozen), "what is frozen stays itself");
    runs.set(0);
    List<Doc> copy = Freezer.freezeCopy(new ArrayList<>(List.of(doc, doc)));
    assertEquals(1, runs.get());
    assertSame(copy.get(0), copy.get(1));
    runs.set(0);
    Freezer.freeze(List.of(frozen, frozen));
    assertEquals(1, runs.get());
    refused("freeze.unfreezable", () -> Freezer.freeze(List.of(doc)), "List[0].tags");
  }

  @Test
  void conversionThatThrows_failsTheFreeze_withItsCause() {
    record Doc(List<String> tags) {}
    Freezer.by(Doc.class, doc -> {
      throw new UnsupportedOperationException("no");
    });
    for (org.junit.jupiter.api.function.Executable act : List.<org.junit.jupiter.api.function.Executable>of(
        () -> Freezer.freeze(new Doc(null)), () -> Freezer.freeze(List.of(new Doc(null))), () -> Freezer.freezeCopy(new Doc(new ArrayList<>())))) {
      assertEquals("no", refused("freeze.unfreezable", act).getCause().getMessage());
    }
  }

  @Test
  void copy_keepsOrderNullsAndSharedParts_andLeavesTheOriginal() {
    List<String> tags = new ArrayList<>(Arrays.asList("a", null));
    Order order = new Order(1, new ArrayList<>(List.of(new Line("x", tags))), new LinkedHashMap<>());
    order.named().put("z", order.lines().get(0));
    order.named().put("a", null);
    Order copy = Freezer.freezeCopy(order);
    assertEquals(order, copy);
    assertTrue(Freezer.isFrozen(copy));
    assertEquals(List.of("z", "a"), List.copyOf(copy.named().keySet()));
    assertSame(copy.lines().get(0), copy.named().get("z"));
    assertThrows(UnsupportedOperationException.class, () -> copy.lines().get(0).tags().add("b"));
    tags.add("c");
    assertEquals(2, copy.lines().get(0).tags().size());
    Map<String, Integer> sorted = Freezer.freezeCopy(new TreeMap<>(Map.of("b", 1, "a", 2)));
    assertEquals("{a=2, b=1}", sorted.toString());
    assertSame(sorted, Freezer.freezeCopy(sorted));
  }

  @Test
  void copy_goesAsDeepAsTheGraph_withoutRecursion() {
    List<Object> nested = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      nested = new ArrayList<>(List.of(nested));
    }
    Object copy = Freezer.freezeCopy(nested);
    for (int i = 0; i < 20_000; i++) {
      copy = ((List<?>) copy).get(0);
    }
    assertEquals(List.of(), copy);
  }

  @Test
  void regionInTheGraph_freezesAlong_andTheGraphIsFrozenThen() {
    record Page(String text, Region<?> note) {}
    Page page = new Page("p", Region.of("note", "n"));
    assertFalse(Freezer.isFrozen(page));
    Borrow<?> open = page.note().borrow();
    refused("move.while.borrowed", () -> Freezer.freeze(page), "'note'");
    open.close();
    assertSame(page, Freezer.freeze(page));
    assertTrue(Freezer.isFrozen(page) && page.note().isMoved());
    assertSame(page, Freezer.freeze(page));
    refused("freeze.unfreezable", () -> Freezer.freeze(new Page("q", Book.region("book"))), "Page.note.content.title");
  }

  @Test
  void copy_refusesWhatHasNoImmutableForm_withThePath() {
    refused("freeze.unfreezable", () -> Freezer.freezeCopy(List.of(new Cell())), "List[0].value", "is not final");
    refused("freeze.unfreezable", () -> Freezer.freezeCopy(new Typed(new ArrayList<>())), "Typed.list", "declare the interface");
    refused("freeze.unfreezable", () -> Freezer.freezeCopy(new ArrayDeque<>()), "keep a List");
    List<Object> ring = new ArrayList<>();
    ring.add(ring);
    refused("freeze.unfreezable", () -> Freezer.freezeCopy(ring), "ring");
  }

  @Test
  void frozenByOwnership_isRemembered_andWritesAreRefused() {
    Cell cell = new Cell();
    List<Object> list = new ArrayList<>(List.of(cell, new StringBuilder("x"), new int[] {1}));
    refused("freeze.unfreezable", () -> Freezer.freeze(list));
    assertSame(list, Checks.freezeOwned(list, "Here.java:1"));
    assertTrue(Freezer.isFrozen(list) && Freezer.isFrozen(cell) && Freezer.isFrozen(List.of(cell)));
    assertEquals(1, Cown.ofFrozen(list).<Integer>call(l -> ((int[]) l.get(2))[0]));
    assertTrue(refused("frozen.write", () -> Checks.notFrozen(cell, "Here.java:2"), "Here.java:2") instanceof FrozenException);
    Checks.notFrozen(new Cell(), "Here.java:3");
    cell.value = null;
    List<Object> bad = new ArrayList<>(List.of(new Cell(), new AtomicInteger()));
    refused("freeze.unfreezable", () -> Checks.freezeOwned(bad, "Here.java:4"), "ArrayList[1]");
    assertFalse(Freezer.isFrozen(bad.get(0)));
    Region<Book> book = Book.region("book");
    assertEquals("book", Checks.freezeOwnedRegion(book, "Here.java:5").title);
    refused("use.after.move", book::borrow, "frozen");
  }

  @Test
  void guavaLikeContainers_areEnteredThroughTheirInterface() {
    // A stand-in in Guava's package: what matters is the name of the ancestor.
    assertTrue(Freezer.isFrozen(com.google.common.collect.ImmutableCollection.of("a", "b")));
    refused("freeze.unfreezable",
        () -> Freezer.freeze(com.google.common.collect.ImmutableCollection.of("a", new Cell())), "Collection[1].value");
  }
}
