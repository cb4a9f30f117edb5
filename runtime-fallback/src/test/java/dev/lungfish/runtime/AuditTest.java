package dev.lungfish.runtime;

import static dev.lungfish.runtime.Verdicts.refused;
import static dev.lungfish.runtime.Verdicts.refusedElsewhere;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditTest {
  private static final List<Object> CACHE = new ArrayList<>();
  private static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();
  private static Object kept;

  @AfterEach
  void forget() {
    CACHE.clear();
    LOCAL.remove();
    kept = null;
  }

  /** Structures whose insides the JVM shows but the walk does not. */
  private static Region<Book> richRegion() {
    return Region.create("rich", () -> {
      Book book = new Book("b");
      book.next = new Book("next");
      book.next.next = book;
      Map<String, Object> map = new HashMap<>(Map.of("k", new Book("value")));
      map.put("list", new java.util.LinkedList<>(List.of(new Book("linked"))));
      book.extra = List.of(map, new TreeMap<>(Map.of(1, new Book("tree"))), new Object[] {new Book("element")});
      return book;
    });
  }

  @Test
  void isolatedRegion_isIsolated_withChildrenWhoseEdgesAreAbroad() {
    Region<Book> region = richRegion();
    Child<Book> child = Book.region("child").attachTo(region);
    assertTrue(RegionAudit.isIsolated(region));
    AuditReport report = RegionAudit.explain(region);
    assertTrue(report.isAvailable() && report.isIsolated(), report::toString);
    assertEquals("child", child.call(b -> b.title));
    assertEquals("b", region.move().call(b -> b.title));
  }

  @Test
  void staticField_isNamed_withTheWayThroughACollection() {
    Region<Book> region = richRegion();
    region.run(b -> CACHE.add(b.next));
    assertFalse(RegionAudit.isIsolated(region));
    AuditReport report = RegionAudit.explain(region);
    assertFalse(report.isIsolated());
    assertEquals(1, report.strays().size(), report::toString);
    String stray = report.strays().get(0);
    assertTrue(stray.startsWith("static field " + AuditTest.class.getName() + ".CACHE"), stray);
    assertTrue(stray.contains("java.util.ArrayList.elementData[0]") && stray.contains("Book"), stray);
    CACHE.clear();
    assertTrue(RegionAudit.isIsolated(region));
  }

  @Test
  void threadLocal_isNamed() {
    Region<Book> region = richRegion();
    region.run(b -> LOCAL.set(b));
    String stray = RegionAudit.explain(region).strays().get(0);
    assertTrue(stray.startsWith("thread local: thread '" + Thread.currentThread().getName() + "'"), stray);
  }

  /** Another object, with a map. */
  private static final class Directory {
    final Map<String, Object> entries = new HashMap<>();
  }

  @Test
  void mapEntryOfAnotherObject_isNamed_withTheWayToIt() {
    Region<Book> region = richRegion();
    Directory directory = new Directory();
    CACHE.add(directory);
    region.run(b -> directory.entries.put("b", b.next));
    List<String> strays = RegionAudit.explain(region).strays();
    assertTrue(strays.stream().anyMatch(stray -> stray.contains(Directory.class.getName() + ".entries > java.util.HashMap.table")
        && stray.contains("java.util.HashMap$Node.value refers to a ") && stray.endsWith("Book")), strays::toString);
  }

  @Test
  void lambdaThatCaptured_isNamed() {
    Region<Book> region = richRegion();
    region.run(b -> {
      Runnable later = b::turn;
      CACHE.add(later);
    });
    List<String> strays = RegionAudit.explain(region).strays();
    assertEquals(1, strays.size(), strays::toString);
    assertTrue(strays.get(0).startsWith("static field " + AuditTest.class.getName() + ".CACHE")
        && strays.get(0).contains(AuditTest.class.getName() + "$$Lambda"), strays::toString);
  }

  @Test
  void strayIntoAChild_isFound() {
    Region<Book> region = Book.region("parent");
    Child<Book> child = Book.region("child").attachTo(region);
    region.run(b -> b.part = child);
    child.run(b -> kept = b);
    assertFalse(RegionAudit.isIsolated(region));
    // An interpreted frame may name a dead local as well, in front of the field.
    List<String> strays = RegionAudit.explain(region).strays();
    assertTrue(strays.stream().anyMatch(stray -> stray.contains("AuditTest.kept")), strays::toString);
  }

  @Test
  void frozenAndThreadSafeParts_mayBeReferredToFromEverywhere() {
    record Tag(String text, List<String> more) {}
    Region<Book> region = richRegion();
    Tag tag = new Tag("t", List.of("x"));
    region.run(b -> b.lines.addAll(List.of(tag, new java.util.concurrent.atomic.AtomicInteger(), Thread.currentThread().getThreadGroup())));
    region.run(b -> CACHE.addAll(b.lines));
    assertTrue(RegionAudit.isIsolated(region));
    assertTrue(RegionAudit.explain(region).strays().isEmpty());
  }

  @Test
  void weakReference_doesNotCount() {
    Region<Book> region = richRegion();
    region.run(b -> CACHE.add(new WeakReference<>(b)));
    assertTrue(RegionAudit.isIsolated(region));
    assertTrue(RegionAudit.explain(region).isIsolated());
  }

  @Test
  void localOfAnotherThread_isNamedByFrameAndThread() throws Exception {
    Region<Book> region = richRegion();
    CountDownLatch parked = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Thread thread = new Thread(holding(region, parked, leave), "keeper");
    thread.start();
    parked.await();
    AuditReport report = RegionAudit.explain(region);
    leave.countDown();
    thread.join();
    assertTrue(report.mayBeLive().stream().anyMatch(each -> each.contains("thread 'keeper'") && each.contains("AuditTest")
        && each.contains("may still be live")), report::toString);
  }

  private static Runnable holding(Region<Book> region, CountDownLatch parked, CountDownLatch leave) {
    List<Book> smuggled = new ArrayList<>();
    region.run(smuggled::add);
    return () -> {
      Book mine = smuggled.remove(0);
      parked.countDown();
      try {
        leave.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      mine.turn();
    };
  }

  @Test
  void openRegion_isNotIsolated_andIsReportedWithItsCount() throws Exception {
    Region<Book> region = richRegion();
    try (Borrow<Book> open = region.borrow()) {
      assertFalse(RegionAudit.isIsolated(region));
      AuditReport report = RegionAudit.explain(region);
      assertEquals(2, report.borrowCount());
      assertEquals(0, report.lostBorrows());
      assertFalse(report.isIsolated());
      assertEquals("b", open.get().title);
    }
    refusedElsewhere("region.not.open", () -> RegionAudit.isIsolated(region));
    Region<Book> moved = region.move();
    refused("use.after.move", () -> RegionAudit.explain(region));
    assertTrue(RegionAudit.isIsolated(moved));
  }

  @Test
  void frozenContent_needsNoDump() {
    Region<String> region = Region.of("word", "tea");
    assertTrue(RegionAudit.isIsolated(region));
    assertTrue(RegionAudit.explain(region).isIsolated());
  }
}
