package dev.lungfish.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.lungfish.runtime.Borrow;
import dev.lungfish.runtime.Cown;
import dev.lungfish.runtime.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class RegionAuditExtensionTest {
  private static final List<Object> CACHE = new ArrayList<>();
  private static Borrow<?> forgotten;
  private static CountDownLatch ended;

  @AfterEach
  void forget() {
    CACHE.clear();
    forgotten = null;
  }

  private static final class Book {
    final List<String> pages = new ArrayList<>(List.of("one"));
    Object extra;
  }

  private static EngineExecutionResults run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
  }

  private static void assertFails(Class<?> tests, String name, Predicate<String> says) {
    run(tests).testEvents().assertThatEvents().haveExactly(1, org.assertj.core.api.Assertions.allOf(test(name), finishedWithFailure(message(says))));
  }

  @ExtendWith(RegionAuditExtension.class)
  static class Leaving {
    @Test
    void keptInAStatic() {
      Region.create("book", Book::new).run(book -> CACHE.add(book.pages));
    }
  }

  @Test
  void leftInAStaticField_theTestFailsWithThePath() {
    String way = "static field " + RegionAuditExtensionTest.class.getName() + ".CACHE";
    assertFails(Leaving.class, "keptInAStatic", said -> said.contains("region 'book': not isolated") && said.contains(way) && said.contains("elementData[0]"));
  }

  @ExtendWith(RegionAuditExtension.class)
  static class Right {
    final Region<Book> field = Region.create("field", Book::new);
    final Region<Book> nested = Region.create("nested", Book::new);

    @Test
    void usesAndLeavesNothing() {
      Region<Book> mine = Region.create("mine", Book::new);
      mine.run(book -> book.pages.add("two"));
      nested.attachTo(field).run(book -> book.extra = new Book());
    }

    @Test
    void movesOn() {
      CACHE.add(Cown.of(Region.create("shared", Book::new)));
      CACHE.add(Region.create("sent", Book::new).move());
      CACHE.add(Region.create("done", Book::new).dissolve());
    }

    @Test
    void hasNoRegions() {
      CACHE.add(new Book());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void severalTimes(String page) {
      field.run(book -> book.pages.add(page));
    }

    @Nested
    class Inner {
      @Test
      void ofTheOuterObject() {
        field.run(book -> book.pages.clear());
      }
    }

    @AfterEach
    void forget() {
      CACHE.clear();
    }
  }

  @Test
  void nothingLeft_theTestsAreGreen() {
    run(Right.class).testEvents().assertStatistics(statistics -> statistics.started(6).succeeded(6));
  }

  @ExtendWith(RegionAuditExtension.class)
  static class LeavingOfFields {
    final Book book = new Book();
    final Region<Book> region = Region.of("field", book);

    @Test
    void inAField() {}

    @Nested
    class Inner {
      @Test
      void inAFieldOfTheOuterObject() {}
    }
  }

  @Test
  void aFieldOfTheTestObjectCounts_alsoFromItsInnerTests() {
    Predicate<String> field = said -> said.contains("region 'field': not isolated") && said.contains(LeavingOfFields.class.getName() + ".book");
    assertFails(LeavingOfFields.class, "inAField()", field);
    assertFails(LeavingOfFields.class, "inAFieldOfTheOuterObject", field);
  }

  static class LeavingRegistered {
    @RegisterExtension RegionAuditExtension audit = new RegionAuditExtension();

    @Test
    void opened() {
      Region<Book> region = Region.create("open", Book::new);
      forgotten = region.borrow();
    }

    @Test
    void lost() {
      Region.create("lost", Book::new).borrow();
    }
  }

  @Test
  void openAndLostBorrows_failTheTest() {
    assertFails(LeavingRegistered.class, "opened", said -> said.contains("region 'open': not isolated, borrow count is 2, expected 1"));
    assertFails(LeavingRegistered.class, "lost", said -> said.contains("region 'lost': isolated, borrow count is 1, 1 lost borrows no longer count"));
  }

  @ExtendWith(RegionAuditExtension.class)
  static class FailingByItself {
    @Test
    void fails() {
      Region.create("book", Book::new).run(CACHE::add);
      throw new IllegalStateException("by itself");
    }
  }

  @Test
  void aTestThatFailsByItself_saysWhatItSays() {
    assertFails(FailingByItself.class, "fails", "by itself"::equals);
  }

  @ExtendWith(RegionAuditExtension.class)
  static class WithThread {
    @Test
    void goesOn() throws InterruptedException {
      CountDownLatch started = new CountDownLatch(1);
      ended = new CountDownLatch(1);
      Region<Book> region = Region.create("book", Book::new);
      region.run(book -> new Thread(() -> await(started, book), "late").start());
      started.await();
    }

    private static void await(CountDownLatch started, Book book) {
      started.countDown();
      try {
        ended.await();
        book.pages.clear();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void aThreadThatGoesOnWithIt_isNamed() {
    assertFails(WithThread.class, "goesOn", said -> said.contains("region 'book': not isolated") && said.contains("late"));
    ended.countDown();
  }

  @ExtendWith(RegionAuditExtension.class)
  static class WithVariable {
    @Test
    void staysInAFrame() throws InterruptedException {
      CountDownLatch started = new CountDownLatch(1);
      ended = new CountDownLatch(1);
      Region.create("book", Book::new).run(CACHE::add);
      new Thread(() -> {
        Object perhapsDead = CACHE.remove(0);
        started.countDown();
        try {
          ended.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        perhapsDead.hashCode();
      }, "late").start();
      started.await();
    }
  }

  @Test
  void aVariableThatMayBeDead_isPublished_andFailsNothing() {
    EngineExecutionResults results = run(WithVariable.class);
    ended.countDown();
    results.testEvents().assertStatistics(statistics -> statistics.succeeded(1).reportingEntryPublished(1));
    String said = results.testEvents().reportingEntryPublished().list().get(0).getRequiredPayload(ReportEntry.class).getKeyValuePairs().get("lungfish.audit");
    assertTrue(said.contains("may still be live in") && said.contains("thread 'late'"), said);
  }

  @Test
  void afterATestNothingIsRecorded() throws Exception {
    run(Right.class);
    run(Leaving.class);
    var active = dev.lungfish.runtime.AuditRecording.class.getDeclaredField("active");
    active.setAccessible(true);
    assertEquals(0, ((Object[]) active.get(null)).length);
  }
}
