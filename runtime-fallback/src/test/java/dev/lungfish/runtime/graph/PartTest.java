package dev.lungfish.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

/** A field that is read often gets a reader of its own: nobody sees a difference. */
class PartTest {
  private static final int OFTEN = 10_000;

  private static class Shelf {
    private final Object first;
    protected String second;

    Shelf(Object first, String second) {
      this.first = first;
      this.second = second;
    }
  }

  private static final class Rack extends Shelf {
    Rack(Object first, String second) {
      super(first, second);
    }
  }

  record Pair(Object left, int[] right) {}

  private static Part part(Class<?> type, String field) throws NoSuchFieldException {
    Field found = type.getDeclaredField(field);
    return Part.of(found, false);
  }

  @Test
  void seldomAndOften_theSameFieldOfTheSameObject() throws Exception {
    Part first = part(Shelf.class, "first");
    Part second = part(Shelf.class, "second");
    Part right = part(Pair.class, "right");
    for (int i = 0; i < OFTEN; i++) {
      Shelf shelf = i % 2 == 0 ? new Shelf(i, "s" + i) : new Rack(i, null);
      Pair pair = new Pair(null, new int[] {i});
      assertEquals(i, first.read(shelf));
      assertEquals(i % 2 == 0 ? "s" + i : null, second.read(shelf));
      assertSame(pair.right(), right.read(pair));
    }
  }

  @Test
  void anotherObjectIsRefused_alsoByAReaderOfItsOwn() throws Exception {
    Part first = part(Shelf.class, "first");
    assertThrows(IllegalStateException.class, () -> first.read("no shelf"));
    Shelf shelf = new Shelf(1, "s");
    for (int i = 0; i < OFTEN; i++) {
      first.read(shelf);
    }
    assertThrows(IllegalStateException.class, () -> first.read("no shelf"));
  }

  /** The path to what stands in the way is found after many objects as well as after few. */
  @Test
  void aLargeGraphIsRefusedWithItsPath() {
    Object chain = new Pair(new StringBuilder(), null);
    for (int i = 0; i < OFTEN; i++) {
      chain = new Pair(chain, null);
    }
    FreezeCheck check = new FreezeCheck(FreezeCheck.Proof.STRUCTURE, FreezeCheck.NO_LIVE_HANDLES, false);
    assertFalse(check.allows(chain));
    assertEquals("Pair" + ".left".repeat(OFTEN + 1), check.path(null));
  }
}
