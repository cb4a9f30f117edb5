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
 * <p>One breadth-first search over the whole dump, about 16 bytes an object. For one thread.
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
  private final LongMap index;
  /** From the place of each object reached to the place of the one it was reached from, plus 1; a root refers to itself. */
  private final int[] parents;
  /** The places of the objects reached, in the order of the search. */
  private final int[] reached;
  private int count;

  RootPaths(HeapDump dump, DumpedObjects objects, LongMap inside, Watcher watcher) throws IOException {
    this.dump = dump;
    this.objects = objects;
    this.index = dump.objects();
    this.parents = new int[index.places()];
    this.reached = new int[index.size()];
    List<Long> classes = new ArrayList<>(dump.classes().keySet());
    Collections.sort(classes);
    for (long type : classes) {
      start(type);
    }
    for (Root root : dump.roots()) {
      if (!inside.contains(root.target())) {
        start(root.target());
      }
    }
    int[] from = {0};
    DumpedObjects.Sink sink = (target, field, element) -> { // one for all objects: it is called for each reference of the heap
      watcher.meet(index.keyAt(from[0]), target, field);
      if (!dump.isReferent(field) && !inside.contains(target)) {
        reach(index.place(target), from[0]);
      }
      return true;
    };
    for (int next = 0; next < count; next++) {
      from[0] = reached[next];
      objects.references(index.keyAt(from[0]), index.valueAt(from[0]), sink);
    }
  }

  /** Whether there is a way to the object in this place of the index. */
  boolean leadTo(int place) {
    return parents[place] != 0;
  }

  private void start(long root) {
    int place = index.place(root);
    reach(place, place);
  }

  private void reach(int place, int from) {
    if (place >= 0 && parents[place] == 0) {
      parents[place] = from + 1;
      reached[count++] = place;
    }
  }

  /** From where an object was reached: itself for a root, and for what was not. */
  private long parentOf(long object) {
    int place = index.place(object);
    return place < 0 || parents[place] == 0 ? object : index.keyAt(parents[place] - 1);
  }

  /** "static field Shop.cache, through java.util.ArrayList.elementData[3], refers to a Book". */
  String describe(long holder, long member) throws IOException {
    List<Long> chain = new ArrayList<>(List.of(member, holder));
    for (long at = holder; parentOf(at) != at; at = parentOf(at)) {
      chain.add(parentOf(at));
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
