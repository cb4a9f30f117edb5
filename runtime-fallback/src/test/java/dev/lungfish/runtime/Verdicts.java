package dev.lungfish.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.function.Executable;

/** What tests of a refusal say: which key, which words, and from which thread. */
final class Verdicts {
  private static final long LIMIT_S = 10;

  private Verdicts() {}

  static RegionException refused(String key, Executable act, String... words) {
    RegionException e = assertThrows(RegionException.class, act);
    assertEquals(key, e.key(), e.getMessage());
    assertTrue(e.getMessage().startsWith("[" + key + "] "), e.getMessage());
    for (String word : words) {
      assertTrue(e.getMessage().contains(word), () -> "lacks \"" + word + "\": " + e.getMessage());
    }
    return e;
  }

  static <R> R elsewhere(Callable<R> act) throws Exception {
    FutureTask<R> task = new FutureTask<>(act);
    Thread thread = new Thread(task, "elsewhere");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(LIMIT_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) e.getCause();
    }
  }

  static void refusedElsewhere(String key, Executable act) throws Exception {
    elsewhere(() -> refused(key, act));
  }
}
