package dev.lungfish.runtime.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

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
    long[] visited = {0};
    map.forEachKey(key -> visited[0]++);
    assertEquals(expected.size(), visited[0]);
    assertFalse(map.contains(0));
    assertEquals(7, map.getOrDefault(299, 7) == 300 ? 7 : map.getOrDefault(1L << 60, 7));
  }
}
