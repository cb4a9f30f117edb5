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
    assertTrue(a.tail == null && b.tail == null);
  }

  @Test
  void idleLane_isTakenWithoutAVisit_andOnlyOnce() {
    Lane lane = new Lane();
    assertTrue(lane.enterAlone());
    assertFalse(lane.enterAlone());
    lane.leaveAlone();
    assertNull(lane.tail);
    assertTrue(lane.enterAlone());
  }

  @Test
  void whoCameAfterTheOneAlone_isTold_andThePlaceServesAgain() {
    Lane a = new Lane();
    Lane b = new Lane();
    assertTrue(a.enterAlone());
    assertTrue(b.enterAlone());
    Named both = new Named("both", a, b);
    both.begin();
    b.leaveAlone();
    assertEquals(List.of(), told);
    a.leaveAlone();
    assertEquals(List.of("both"), told);
    assertFalse(a.enterAlone());
    both.leave();
    assertTrue(a.enterAlone());
    a.leaveAlone();
    assertTrue(a.tail == null && b.tail == null);
    assertEquals(List.of("both"), told);
  }

  /** Without this wait two visits of two lanes could each stand before the other. */
  @Test
  void nobodyLinesUpBehindAVisitThatIsStillLiningUp() throws Exception {
    Lane lane = new Lane();
    Lane.Place halfway = new Lane.Place(lane);
    lane.append(halfway);
    Named next = new Named("next", lane);
    Thread thread = new Thread(next::begin);
    thread.start();
    while (lane.tail == halfway) {
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
