package dev.lungfish.runtime.graph;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassFileScanTest {
  /** Has every kind of long instruction around the reads. */
  static class Sample {
    Object read;
    Object onlyWritten;

    Object use(int key, String text, long number) {
      onlyWritten = text;
      int wide = 0;
      for (int i = 0; i < 100_000; i += 40_000) {
        wide += i;
      }
      switch (key) {
        case 1, 2, 3 -> wide++;
        case 1_000_000 -> wide--;
        default -> wide += switch (text) {
          case "a" -> 1;
          case "b" -> 2;
          default -> 3;
        };
      }
      Object[][] table = new Object[wide][2];
      Runnable lambda = () -> table[0][0] = number;
      lambda.run();
      return read;
    }
  }

  private static boolean reads(String field) throws IOException {
    try (InputStream in = ClassFileScanTest.class.getResourceAsStream("ClassFileScanTest$Sample.class")) {
      return new ClassFileScan(new DataInputStream(in)).readsField(Sample.class.getName(), field);
    }
  }

  @Test
  void readsAndWrites_areToldApart() throws IOException {
    assertTrue(reads("read"));
    assertFalse(reads("onlyWritten"));
    assertFalse(reads("noSuchField"));
  }

  @Test
  void platformClassesOfEverySize_areFollowedToTheEnd() throws IOException {
    for (Class<?> each : List.of(String.class, java.util.HashMap.class, java.util.Formatter.class, java.math.BigDecimal.class,
        java.util.concurrent.ForkJoinPool.class, java.util.regex.Pattern.class, java.lang.invoke.MethodHandles.class)) {
      try (InputStream in = each.getResourceAsStream(each.getSimpleName() + ".class")) {
        assertFalse(new ClassFileScan(new DataInputStream(in)).readsField(each.getName(), "noSuchField"), each.getName());
      }
    }
  }
}
