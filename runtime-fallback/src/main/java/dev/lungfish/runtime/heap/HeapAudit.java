package dev.lungfish.runtime.heap;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes a heap dump of this JVM, reads it, and throws it away.
 *
 * <p>Needs a HotSpot JVM with the module {@code jdk.management}, room for the dump in the directory for
 * temporary files, and heap for the index.
 */
public final class HeapAudit {
  /** Index and paths take at most about this much for each object. */
  private static final int INDEX_BYTES_PER_OBJECT = 96;

  /** An audit is not possible here; the message says why and what would help. */
  public static final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;

    Unavailable(String why, Throwable cause) {
      super(why, cause);
    }
  }

  private HeapAudit() {}

  /**
   * Dumps the live objects and looks for references to what the marker marks.
   *
   * @param marker must be reachable from the caller's frame
   * @return what was found
   * @throws Unavailable if there is no dump to be had, or no memory to read it
   */
  public static Strays strays(Marker marker) throws Unavailable {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("lungfish-audit");
      Path file = folder.resolve("live.hprof");
      dump(file);
      requireMemory(Files.size(file));
      try (DumpFile bytes = new DumpFile(file)) {
        return new StrayFinder(new HeapDump(bytes, Marker.class.getName())).find();
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Unavailable("the heap dump could not be taken or read: " + e.getMessage(), e);
    } finally {
      java.lang.ref.Reference.reachabilityFence(marker);
      delete(folder);
    }
  }

  private static void dump(Path file) throws Unavailable, IOException {
    try {
      HotSpotDiagnosticMXBean hotSpot = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      if (hotSpot == null) {
        throw new Unavailable("this JVM takes no heap dumps (not HotSpot)", null);
      }
      hotSpot.dumpHeap(file.toString(), true);
    } catch (NoClassDefFoundError | IllegalArgumentException e) {
      throw new Unavailable("this JVM takes no heap dumps (module jdk.management is missing)", e);
    }
  }

  private static void requireMemory(long dumpBytes) throws Unavailable {
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    long needed = dumpBytes / HeapDump.LEAST_BYTES_PER_OBJECT * INDEX_BYTES_PER_OBJECT;
    if (needed > free) {
      throw new Unavailable("reading the heap dump of " + (dumpBytes >> 20) + " MB may take " + (needed >> 20)
          + " MB of heap, of which " + (free >> 20) + " MB are free; raise -Xmx", null);
    }
  }

  private static void delete(Path folder) {
    if (folder == null) {
      return;
    }
    for (Path each : new Path[] {folder.resolve("live.hprof"), folder}) {
      try {
        Files.deleteIfExists(each);
      } catch (IOException stillMapped) {
        each.toFile().deleteOnExit(); // some systems delete a mapped file only when the JVM ends
      }
    }
  }
}
