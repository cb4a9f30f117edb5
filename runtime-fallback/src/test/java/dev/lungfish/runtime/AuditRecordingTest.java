package dev.lungfish.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditRecordingTest {
  private static final List<Object> CACHE = new ArrayList<>();

  @AfterEach
  void forget() {
    CACHE.clear();
  }

  @Test
  void namesWhatIsLeft_inTheOrderOfTheRegions_andOnlyWhatWasMadeSince() {
    Book.region("before").run(CACHE::add);
    try (AuditRecording all = RegionAudit.record()) {
      Book.region("first").run(CACHE::add);
      Book.region("fine");
      Borrow<Book> open = Book.region("second").borrow();
      List<AuditReport> reports = all.audit();
      assertEquals(List.of("first", "second"), reports.stream().map(AuditReport::regionName).toList());
      assertTrue(reports.get(0).strays().get(0).contains("CACHE") && !reports.get(0).isOpen(), reports::toString);
      assertTrue(reports.get(1).isOpen() && reports.get(1).toString().contains("borrow count is 2, expected 1"), reports::toString);
      open.close();
    }
  }

  @Test
  void whatBelongsToOthers_isNotAsked() throws Exception {
    try (AuditRecording all = RegionAudit.record()) {
      Thread other = new Thread(() -> Book.region("foreign").run(CACHE::add));
      other.start();
      other.join();
      Region<Book> moved = Book.region("moved");
      moved.run(CACHE::add);
      CACHE.add(moved.move());
      assertEquals(List.of(), all.audit());
    }
  }

  @Test
  void aClosedOneNotesNothing_andAnotherGoesOn() {
    AuditRecording first = RegionAudit.record();
    try (AuditRecording second = RegionAudit.record()) {
      first.close();
      first.close();
      Book.region("late").run(CACHE::add);
      assertEquals(List.of(), first.audit());
      assertEquals(1, second.audit().size());
    }
  }

  @Test
  void handlesOfARegionThatCirculates_doNotPileUp() throws Exception {
    try (AuditRecording all = RegionAudit.record()) {
      Region<Book> region = Book.region("round");
      for (int i = 0; i < 10_000; i++) {
        region = region.move();
        region.run(b -> {});
      }
      var noted = AuditRecording.class.getDeclaredField("noted");
      noted.setAccessible(true);
      int size = ((List<?>) noted.get(all)).size();
      assertTrue(size <= 64, () -> size + " handles");
      region.run(CACHE::add);
      assertEquals(1, all.audit().size());
    }
  }
}
