package dev.lungfish.runtime.heap;

import dev.lungfish.runtime.heap.HeapDump.DumpedField;
import dev.lungfish.runtime.heap.HeapDump.Root;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The shortest ways from static fields and threads to every object of a dump, without passing through a
 * given inside: where a reference from outside hangs.
 *
 * <p>One breadth-first search over the whole dump, about 32 bytes an object. For one thread.
 */
final class RootPaths {
  /** Is shown each reference that the search comes along, also those into the inside. */
  @FunctionalInterface
  interface Watcher {
    void meet(long source, long target, DumpedField field) throws IOException;
  }

  private static final int LONGEST_PATH = 12;

  private final HeapDump dump;
  private final DumpedObjects objects;
  /** From each object reached to the one it was reached from; a root refers to itself. */
  private final LongMap parents;

  RootPaths(HeapDump dump, DumpedObjects objects, LongMap inside, Watcher watcher) throws IOException {
    this.dump = dump;
    this.objects = objects;
    this.parents = new LongMap(dump.objects().size());
    LongQueue open = new LongQueue();
    List<Long> classes = new ArrayList<>(dump.classes().keySet());
    Collections.sort(classes);
    for (long type : classes) {
      start(type, open);
    }
    for (Root root : dump.roots()) {
      if (!inside.contains(root.target())) {
        start(root.target(), open);
      }
    }
    while (!open.isEmpty()) {
      long from = open.poll();
      objects.references(from, (target, field, index) -> {
        watcher.meet(from, target, field);
        if (!dump.isReferent(field) && !inside.contains(target) && parents.putIfAbsent(target, from)) {
          open.add(target);
        }
        return true;
      });
    }
  }

  /** Whether there is a way to the object. */
  boolean lead(long object) {
    return parents.contains(object);
  }

  private void start(long root, LongQueue open) {
    if (root != 0 && parents.putIfAbsent(root, root)) {
      open.add(root);
    }
  }

  /** "static field Shop.cache, through java.util.ArrayList.elementData[3], refers to a Book". */
  String describe(long holder, long member) throws IOException {
    List<Long> chain = new ArrayList<>(List.of(member, holder));
    for (long at = holder; parents.getOrDefault(at, at) != at; at = parents.getOrDefault(at, at)) {
      chain.add(parents.getOrDefault(at, at));
    }
    Collections.reverse(chain);
    StringBuilder text = new StringBuilder(rootText(chain.get(0)));
    boolean threadLocal = false;
    for (int i = 0; i + 1 < chain.size(); i++) {
      threadLocal |= objects.classNameOf(chain.get(i)).equals("java.lang.ThreadLocal$ThreadLocalMap$Entry");
      if (i < LONGEST_PATH || i + 2 == chain.size()) {
        text.append(step(chain.get(i), chain.get(i + 1), i == 0));
      } else if (i == LONGEST_PATH) {
        text.append(" > ...");
      }
    }
    text.append(" refers to a ").append(objects.classNameOf(member));
    return threadLocal ? "thread local: " + text : text.toString();
  }

  private String rootText(long root) throws IOException {
    if (objects.classOf(root) == root) {
      return "static field " + objects.nameOfClass(root);
    }
    for (Root each : dump.roots()) {
      if (each.kind() == HeapDump.ROOT_THREAD && each.target() == root) {
        return "thread '" + objects.string(objects.field(root, "name")) + "'";
      }
    }
    return "a " + objects.classNameOf(root);
  }

  private String step(long from, long to, boolean isFirst) throws IOException {
    String[] label = {"?"};
    objects.references(from, (target, field, index) -> {
      if (target != to) {
        return true;
      }
      label[0] = field == null ? "[" + index + "]" : "." + dump.text(field.nameId());
      return false;
    });
    boolean isStatic = objects.classOf(from) == from;
    return isStatic || isFirst || label[0].startsWith("[") ? label[0] : " > " + objects.classNameOf(from) + label[0];
  }
}
