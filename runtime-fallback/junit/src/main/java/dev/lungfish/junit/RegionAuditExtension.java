package dev.lungfish.junit;

import dev.lungfish.runtime.AuditRecording;
import dev.lungfish.runtime.AuditReport;
import dev.lungfish.runtime.RegionAudit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.opentest4j.TestAbortedException;

/**
 * Audits, at the end of each test, the regions that were made in it: a test that leaves a reference into one of them fails, and names who has
 * it.
 *
 * <pre>{@code
 * @ExtendWith(RegionAuditExtension.class)
 * class OrdersTest {
 *   @Test
 *   void orderIsFilled() {
 *     Region<Order> order = Region.create("order", Order::new);
 *     order.run(registry::check);                             // keeps the order in a static cache: the test fails, and says which
 *   }
 * }
 * }</pre>
 *
 * <p>Audited is what was made since the test object was constructed (with {@code @RegisterExtension}: since {@code @BeforeEach}) and belongs
 * to the test's thread when the last {@code @AfterEach} has run. What the test has moved on, frozen or put into a cown is not asked. The test
 * fails if something in the heap, or a thread, refers into such a region, if a borrow is open, and if one was lost without {@code close}.
 * A local variable of a method that still runs may be dead: it is published as a report entry, and fails nothing. A test that has failed by
 * itself is not audited. Where the JVM cannot be asked, the test is aborted: it would prove less than it says.
 *
 * <p>A test without regions pays nothing, one with isolated regions a collection or two for each. Needs JUnit 5.9 or later; stateless, so that
 * tests may run in parallel.
 */
public final class RegionAuditExtension implements TestInstancePreConstructCallback, BeforeEachCallback, AfterEachCallback {
  private static final Namespace OURS = Namespace.create(RegionAuditExtension.class);

  /** Made by JUnit, or for {@code @RegisterExtension}. */
  public RegionAuditExtension() {}

  /** A recording as the store keeps it; whatever is left at the end of the context is closed. */
  @SuppressWarnings("deprecation") // the only interface for this before JUnit 5.13
  private record Kept(AuditRecording recording) implements Store.CloseableResource {
    @Override
    public void close() {
      recording.close();
    }
  }

  /** The fields of the test object may make regions. The object is made by the thread that runs its first test. */
  @Override
  public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
    context.getStore(OURS).getOrComputeIfAbsent(Thread.currentThread(), thread -> new Kept(RegionAudit.record()), Kept.class);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Kept begun = null;
    for (ExtensionContext at = context; begun == null && at != null; at = at.getParent().orElse(null)) {
      begun = at.getStore(OURS).remove(Thread.currentThread(), Kept.class);
    }
    context.getStore(OURS).put(RegionAuditExtension.class, begun == null ? new Kept(RegionAudit.record()) : begun);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Kept kept = context.getStore(OURS).remove(RegionAuditExtension.class, Kept.class);
    try (AuditRecording recording = kept.recording()) {
      if (context.getExecutionException().isEmpty()) {
        judge(recording.audit(), context);
      }
    }
  }

  private static void judge(List<AuditReport> reports, ExtensionContext context) {
    List<String> leaks = new ArrayList<>();
    for (AuditReport report : reports) {
      if (!report.isAvailable()) {
        throw new TestAbortedException(report.toString());
      } else if (report.isOpen() || report.lostBorrows() > 0 || !report.strays().isEmpty()) {
        leaks.add(report.toString());
      } else {
        context.publishReportEntry("lungfish.audit", report.toString());
      }
    }
    if (!leaks.isEmpty()) {
      throw new AssertionError("references into regions are left at the end of the test\n" + String.join("\n", leaks));
    }
  }
}
