package dev.lungfish.runtime.heap;

import dev.lungfish.runtime.heap.HeapDump.DumpedField;
import dev.lungfish.runtime.heap.HeapDump.Root;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds, in one dump, who refers to the marked members from outside.
 *
 * <p>Inside are the members and the platform's own objects that only serve them: nodes and arrays of
 * collections. Outside, and no finding, are the handles of this library, weak references, and the
 * marker. Errs towards fewer findings where a platform object could be either.
 *
 * <p>For one use by one thread.
 */
final class StrayFinder {
  private static final int MOST_NAMED = 20;
  private static final String RUNTIME = "dev.lungfish.runtime.";
  private static final Set<String> HANDLES =
      Set.of(RUNTIME + "Region", RUNTIME + "Child", RUNTIME + "Borrow", RUNTIME + "Acquired", RUNTIME + "Cown",
          RUNTIME + "heap.Marker");

  /** What is known of a class for this search; asked for every object, so it is kept. */
  private enum Role {
    /** A class of the program: a member if it was walked, otherwise outside. */
    PROGRAM,
    /** A platform class whose objects may be the inside of a collection. */
    PLATFORM,
    /** Shared by design: never inside. */
    SHARED,
    /** A weak reference: its referent does not count. */
    REFERENCE,
    /** A handle of this library. */
    HANDLE
  }

  private final HeapDump dump;
  private final DumpedObjects objects;
  private final Map<Long, Role> roles = new HashMap<>();
  private final LongMap members = new LongMap();
  private final LongMap inside = new LongMap();
  /** Pairs of an object outside and the member that it refers to. */
  private final List<long[]> holders = new ArrayList<>();
  private long lastHolder;
  private long markedArray;

  StrayFinder(HeapDump dump) {
    this.dump = dump;
    this.objects = new DumpedObjects(dump);
  }

  Strays find() throws IOException {
    readMarker();
    collectInside();
    RootPaths paths = new RootPaths(dump, objects, inside, this::meet);
    LongMap index = dump.objects();
    for (int place = 0; place < index.places(); place++) {
      if (index.keyAt(place) != 0 && !paths.leadTo(place)) {
        meetAll(index.keyAt(place));
      }
    }
    TreeSet<String> heap = new TreeSet<>();
    for (long[] holder : holders) {
      heap.add(paths.describe(holder[0], holder[1]));
    }
    return new Strays(List.copyOf(heap), locals());
  }

  private void readMarker() throws IOException {
    long marker = 0;
    for (long each : dump.watchedInstances()) {
      if (objects.field(each, "members") != 0) {
        marker = each;
      }
    }
    if (marker == 0) {
      throw new IOException("the heap dump does not show the region");
    }
    markedArray = objects.field(marker, "members");
    objects.references(markedArray, (target, field, index) -> {
      members.put(target, 1);
      return true;
    });
  }

  /** Members, and platform objects reached from them without passing what is shared or weak. */
  private void collectInside() throws IOException {
    LongQueue open = new LongQueue();
    members.forEachKey(id -> {
      inside.put(id, 1);
      open.add(id);
    });
    while (!open.isEmpty()) {
      objects.references(open.poll(), (target, field, index) -> {
        if (!inside.contains(target) && target != markedArray && roleOf(target) == Role.PLATFORM) {
          inside.put(target, 1);
          open.add(target);
        }
        return true;
      });
    }
  }

  /** Notes down a reference if it leads from outside to a member; one for each source. */
  private void meet(long source, long target, DumpedField field) throws IOException {
    if (members.contains(target)
        && source != lastHolder
        && holders.size() < MOST_NAMED
        && source != markedArray
        && !dump.isReferent(field)
        && !inside.contains(source)
        && roleOf(source) != Role.HANDLE) {
      holders.add(new long[] {source, target});
      lastHolder = source;
    }
  }

  private void meetAll(long source) throws IOException {
    objects.references(source, (target, field, index) -> {
      meet(source, target, field);
      return true;
    });
  }

  private Role roleOf(long object) throws IOException {
    long type = objects.classOf(object);
    if (type == object) {
      return Role.SHARED;
    }
    if (type == 0) {
      return Role.PLATFORM;
    }
    Role known = roles.get(type);
    if (known == null) {
      known = role(type);
      roles.put(type, known);
    }
    return known;
  }

  private Role role(long type) throws IOException {
    String name = objects.nameOfClass(type);
    if (HANDLES.contains(name)) {
      return Role.HANDLE;
    }
    for (long each = type; each != 0; each = superOf(each)) {
      String ancestor = objects.nameOfClass(each);
      if (ancestor.equals("java.lang.ref.Reference")) {
        return Role.REFERENCE;
      }
      if (ancestor.equals("java.lang.Thread") || ancestor.equals("java.lang.ClassLoader")) {
        return Role.SHARED;
      }
    }
    if (name.startsWith("java.util.concurrent.") || name.startsWith("java.lang.")) {
      return Role.SHARED;
    }
    return name.startsWith("java.") || name.startsWith("[") ? Role.PLATFORM : Role.PROGRAM;
  }

  private long superOf(long type) {
    HeapDump.DumpedClass dumped = dump.classes().get(type);
    return dumped == null ? 0 : dumped.superId();
  }

  private List<String> locals() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    for (Root root : dump.roots()) {
      boolean isLocal = root.kind() == HeapDump.ROOT_JAVA_FRAME || root.kind() == HeapDump.ROOT_JNI_LOCAL;
      if (isLocal && members.contains(root.target())) {
        String[] frame = dump.frame(root.thread(), root.frame());
        if (frame == null || !frame[0].startsWith(RUNTIME) || frame[0].contains("Test")) {
          found.add("may still be live in " + (frame == null ? "native code" : frame[0] + "." + frame[1])
              + ", thread '" + threadName(root.thread()) + "': a " + objects.classNameOf(root.target()));
        }
      }
    }
    return List.copyOf(found);
  }

  private String threadName(int serial) throws IOException {
    Root thread = dump.thread(serial);
    return thread == null ? "?" : objects.string(objects.field(thread.target(), "name"));
  }
}
