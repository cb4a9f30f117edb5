package dev.lungfish.runtime.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LongMapTest {
  @Property(tries = 200)
  void itIsAMap(@ForAll @Size(max = 400) List<@LongRange(min = 1, max = 300) Long> keys) {
    LongMap map = new LongMap();
    Map<Long, Long> expected = new HashMap<>();
    for (long key : keys) {
      assertEquals(expected.putIfAbsent(key << 32, key) == null, map.putIfAbsent(key << 32, key));
      map.put(-key, key + 1);
      expected.put(-key, key + 1);
    }
    assertEquals(expected.size(), map.size());
    expected.forEach((key, value) -> assertEquals(value, map.getOrDefault(key, 0)));
    expected.forEach((key, value) -> {
      assertEquals(key, map.keyAt(map.place(key)));
      assertEquals(value, map.valueAt(map.place(key)));
    });
    assertEquals(-1, map.place(1L << 60));
    assertEquals(-1, map.place(0));
    assertEquals(expected.size(), IntStream.range(0, map.places()).filter(place -> map.keyAt(place) != 0).count());
    long[] visited = {0};
    map.forEachKey(key -> visited[0]++);
    assertEquals(expected.size(), visited[0]);
    assertFalse(map.contains(0));
    assertEquals(7, map.getOrDefault(299, 7) == 300 ? 7 : map.getOrDefault(1L << 60, 7));
  }

  /** Addresses that follow each other, addresses of the same place in many blocks, and numbers that are no addresses: none may fall on one heap. */
  @Test
  void keysThatAreAlike_areFoundAtOnce() {
    for (LongUnaryOperator alike : List.<LongUnaryOperator>of(i -> i, i -> 8 * i, i -> 16 * i, i -> 24 * i, i -> i << 21, i -> i << 18, i -> (i & 7) << 40 | i >> 3 << 3)) {
      LongMap map = new LongMap();
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
        for (long i = 1; i <= 200_000; i++) {
          map.put(alike.applyAsLong(i + 8), i);
        }
      });
      for (long i = 199_000; i <= 200_000; i++) {
        assertEquals(i, map.getOrDefault(alike.applyAsLong(i + 8), -1));
      }
    }
  }
}
