package dev.lungfish.concurrency.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lungfish.runtime.Checks;
import dev.lungfish.runtime.Freezer;
import dev.lungfish.runtime.Region;
import dev.lungfish.runtime.RegionException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * What is frozen may be shared freely: also through a plain field that nothing protects. So may a
 * moved region's handle, because its owner cell publishes. Each reader sees nothing or all.
 */
public final class PublicationStress {
  private PublicationStress() {}

  /** Nothing final, nothing volatile; only freezing by ownership accepts it. */
  static final class Page {
    int number;
    Page next;

    /** Plain writes to objects that were there before, which the compiler may put in any order. */
    Page link(Page second) {
      number = 1;
      next = second;
      second.number = 2;
      return this;
    }
  }

  /** Two pages that are not linked yet, and the field through which they are shared. */
  public abstract static class Pages {
    final Page first = new Page();
    final Page second = new Page();
    Page shared;
  }

  private static void read(Page page, II_Result r) {
    r.r1 = page == null ? -1 : page.number;
    r.r2 = page == null ? -1 : page.next == null ? 0 : page.next.number;
  }

  @JCStressTest
  @Outcome(id = {"-1, -1", "1, 2"}, expect = ACCEPTABLE, desc = "nothing yet, or the whole graph")
  @Outcome(expect = FORBIDDEN, desc = "a part that is not written yet")
  @State
  public static class FrozenByOwnership extends Pages {
    @Actor
    public void writer() {
      shared = Checks.freezeOwned(first.link(second), "writer");
    }

    @Actor
    public void reader(II_Result r) {
      read(shared, r);
    }
  }

  /**
   * Writes in an order that a missing fence permits: the reference first. Left to itself an x86 never
   * reorders plain writes, and the compiler does so too seldom for a control.
   */
  @JCStressTest
  @Outcome(id = {"-1, -1", "1, 2"}, expect = ACCEPTABLE, desc = "nothing yet, or the whole graph")
  @Outcome(expect = FORBIDDEN, desc = "a part that is not written yet")
  @State
  public static class FrozenByOwnershipControl extends Pages {
    @Actor
    public void writer() {
      shared = first;
      first.link(second);
    }

    @Actor
    public void reader(II_Result r) {
      read(shared, r);
    }
  }

  record Sheet(int number, Sheet next) {}

  @JCStressTest
  @Outcome(id = {"-1, -1", "1, 2"}, expect = ACCEPTABLE, desc = "nothing yet, or the whole graph")
  @Outcome(expect = FORBIDDEN, desc = "a part that is not written yet")
  @State
  public static class FrozenByStructure {
    private Sheet shared;

    @Actor
    public void writer() {
      shared = Freezer.freeze(new Sheet(1, new Sheet(2, null)));
    }

    @Actor
    public void reader(II_Result r) {
      Sheet sheet = shared;
      r.r1 = sheet == null ? -1 : sheet.number();
      r.r2 = sheet == null ? -1 : sheet.next().number();
    }
  }

  @JCStressTest
  @Outcome(id = {"-1, -1", "1, 2"}, expect = ACCEPTABLE, desc = "no handle yet, or the whole content")
  @Outcome(expect = FORBIDDEN, desc = "content that is not written yet")
  @State
  public static class MovedHandle {
    private Region<Page> shared;

    @Actor
    public void writer() {
      shared = Region.create("pages", () -> new Page().link(new Page())).move();
    }

    @Actor
    public void reader(II_Result r) {
      Region<Page> handle = shared;
      if (handle == null) {
        read(null, r);
        return;
      }
      try {
        handle.run(page -> read(page, r));
      } catch (RegionException refused) {
        r.r1 = -2;
      }
    }
  }
}
