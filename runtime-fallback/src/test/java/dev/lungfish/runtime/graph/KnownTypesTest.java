package dev.lungfish.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownTypesTest {
  /** Rows for libraries that need not be there. */
  private static final List<String> FOREIGN = List.of("org.slf4j.", "org.apache.");

  @Test
  void eachRow_namesATypeOfThisJdk_once_withAReason() {
    Set<String> seen = new HashSet<>();
    List<String> missing = new ArrayList<>();
    for (KnownTypes.Row row : KnownTypes.rows()) {
      assertTrue(seen.add(row.type()), row.type() + " has two rows");
      assertFalse(row.reason().isBlank());
      assertTrue(Set.of("exact", "subtypes", "platform").contains(row.match()), row.match());
      if (!exists(row.type()) && FOREIGN.stream().noneMatch(row.type()::startsWith)) {
        missing.add(row.type());
      }
    }
    assertEquals(List.of(), missing);
  }

  private static boolean exists(String name) {
    try {
      Class.forName(name, false, KnownTypesTest.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Test
  void immutableRows_areClassesAndNotOpenFamilies() throws Exception {
    for (KnownTypes.Row row : KnownTypes.rows()) {
      if (row.kind() == Kind.LEAF && row.match().equals("subtypes")) {
        Class<?> family = Class.forName(row.type());
        assertTrue(Modifier.isFinal(family.getModifiers()), row.type() + " can be subclassed by anybody");
      }
    }
  }
}
