package dev.lungfish.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShapeTest {
  record Link(int number, Link next) {}

  record Page(String text, Sheet sheet) {}

  record Sheet(Page front, Page back) {}

  @Test
  void classesThatReferToThemselvesOrEachOther_areClosed() {
    assertTrue(Shape.of(Link.class).isClosed());
    assertTrue(Shape.of(Page.class).isClosed());
    assertTrue(Shape.of(Sheet.class).isClosed());
  }

  record Door(Room room) {}

  record Room(Door door, Object content) {}

  record Gate(Yard yard) {}

  record Yard(Gate gate, int[] numbers) {}

  static final class Knob {
    Handle handle;
  }

  record Handle(Knob knob) {}

  /** Whichever is asked first: that the other is not closed must not be forgotten on the way round. */
  @Test
  void oneOpenClass_opensAllThatLeadToIt() {
    assertFalse(Shape.of(Door.class).isClosed());
    assertFalse(Shape.of(Room.class).isClosed());
    assertEquals(2, Shape.of(Room.class).parts().length);
    assertFalse(Shape.of(Yard.class).isClosed());
    assertFalse(Shape.of(Gate.class).isClosed());
    assertEquals(1, Shape.of(Gate.class).parts().length);
    assertFalse(Shape.of(Handle.class).isClosed());
    assertFalse(Shape.of(Knob.class).isClosed());
  }
}
