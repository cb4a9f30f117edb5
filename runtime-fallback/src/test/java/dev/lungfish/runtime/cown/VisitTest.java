package dev.lungfish.runtime.cown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class VisitTest {
  private final List<String> told = new ArrayList<>();

  private final class Named extends Visit {
    private final String name;

    Named(String name, Lane... lanes) {
      super(lanes);
      this.name = name;
    }

    @Override
    protected void ready() {
      told.add(name);
    }
  }

  @Test
  void visitsOfSharedLanes_areToldInTheOrderOfTheirBeginning() {
    Lane a = new Lane();
    Lane b = new Lane();
    Named first = new Named("first", a);
    Named both = new Named("both", b, a, b);
    Named second = new Named("second", b);
    first.begin();
    both.begin();
    second.begin();
    assertEquals(List.of("first"), told);
    first.leave();
    assertEquals(List.of("first", "both"), told);
    both.leave();
    second.leave();
    assertEquals(List.of("first", "both", "second"), told);
    assertTrue(a.isIdle() && b.isIdle());
  }

  @Test
  void idleLane_isTakenWithoutBeingTold_andOnlyOnce() {
    Lane lane = new Lane();
    Named one = new Named("one", lane);
    assertTrue(one.beginIfIdle());
    assertFalse(new Named("two", lane).beginIfIdle());
    one.leave();
    assertTrue(lane.isIdle());
    assertEquals(List.of(), told);
  }

  /** Without this wait two visits of two lanes could each stand before the other. */
  @Test
  void nobodyLinesUpBehindAVisitThatIsStillLiningUp() throws Exception {
    Lane lane = new Lane();
    Lane.Place halfway = new Lane.Place(lane, new Named("halfway", lane));
    lane.tail.set(halfway);
    Named next = new Named("next", lane);
    Thread thread = new Thread(next::begin);
    thread.start();
    while (lane.tail.get() == halfway) {
      Thread.onSpinWait();
    }
    thread.join(100);
    assertTrue(thread.isAlive(), "it waits");
    assertNull(halfway.next);
    halfway.linedUp = true;
    thread.join();
    assertSame(next, halfway.next);
  }
}
