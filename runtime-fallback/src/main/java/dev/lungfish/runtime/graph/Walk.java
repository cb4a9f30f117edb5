package dev.lungfish.runtime.graph;

import dev.lungfish.runtime.graph.Guide.Step;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * A walk through an object graph, breadth first, each object entered once. The path to an object is
 * rebuilt only when somebody asks, so that a walk without failure pays for no names.
 *
 * <p>For one use by one thread. The graph must not change meanwhile.
 */
public final class Walk {
  /** The label of the root. */
  public static final Object ROOT = new Object();

  private static final int FIRST_NODES = 32;

  private final Guide guide;
  private Object[] nodes = new Object[FIRST_NODES];
  private int[] parents = new int[FIRST_NODES];
  private int size;
  /** Open addressing over identity; holds node index + 1. */
  private int[] table = new int[4 * FIRST_NODES];

  private int parentOfRefused = -1;
  private int ordinalOfRefused;
  private boolean refused;
  private Object root;
  private int done;

  private int current = -1;
  private int ordinal;

  /**
   * Prepares a walk.
   *
   * @param guide decides at each object
   */
  public Walk(Guide guide) {
    this.guide = guide;
  }

  /**
   * Walks from the root; may be called again with another root, then what was entered stays so.
   *
   * @param start where to begin, not null
   * @return false if the guide refused an object
   */
  public boolean from(Object start) {
    root = start;
    current = -1;
    ordinal = 0;
    if (!meet(start, ROOT)) {
      return false;
    }
    Edges.Sink sink = (target, label, index) -> {
      boolean goOn = target == null || meet(target, label);
      ordinal++;
      return goOn;
    };
    for (; done < size && !refused; done++) {
      current = done;
      ordinal = 0;
      guide.parts(nodes[current], sink);
    }
    return !refused;
  }

  private boolean meet(Object target, Object label) {
    if (guide.passesBy(target)) {
      return true;
    }
    int slot = slotOf(target);
    if (table[slot] != 0) {
      return true;
    }
    Step step = guide.step(target, label);
    if (step == Step.ENTER) {
      enter(target, slot);
    } else if (step == Step.REFUSE) {
      refused = true;
      parentOfRefused = current;
      ordinalOfRefused = ordinal;
    }
    return step != Step.REFUSE;
  }

  /** How many objects were entered. */
  public int size() {
    return size;
  }

  /**
   * An entered object.
   *
   * @param index 0 for the first
   * @return the object
   */
  public Object node(int index) {
    return nodes[index];
  }

  /** The index under which the object was entered, or -1. */
  int indexOf(Object object) {
    return table[slotOf(object)] - 1;
  }

  /**
   * The way from the root to where the walk was refused, such as {@code Order.lines[0].tags}.
   *
   * @param name the name to begin with, or null for the simple name of the root's class
   * @return the path
   */
  public String refusedPath(String name) {
    return path(name, parentOfRefused, ordinalOfRefused);
  }

  /**
   * The way to the edge that the guide is being asked about at this moment.
   *
   * @param name the name to begin with, or null for the simple name of the root's class
   * @return the path
   */
  public String currentPath(String name) {
    return path(name, current, ordinal);
  }

  private String path(String name, int lastParent, int lastOrdinal) {
    Deque<String> labels = new ArrayDeque<>();
    if (lastParent >= 0) {
      int[] at = {0};
      labels.push(labelOf(nodes[lastParent], target -> at[0]++ == lastOrdinal));
    }
    for (int node = lastParent; node > 0 && parents[node] >= 0; node = parents[node]) {
      Object child = nodes[node]; // it was entered by the first edge that leads to it
      labels.push(labelOf(nodes[parents[node]], target -> target == child));
    }
    return (name != null ? name : Names.of(root)) + String.join("", labels);
  }

  private String labelOf(Object from, Predicate<Object> wanted) {
    String[] found = {"?"};
    guide.parts(from, (target, label, index) -> {
      if (!wanted.test(target)) {
        return true;
      }
      found[0] = Edges.text(label, index);
      return false;
    });
    return found[0];
  }

  private void enter(Object target, int slot) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size);
      parents = Arrays.copyOf(parents, 2 * size);
    }
    nodes[size] = target;
    parents[size] = current;
    size++;
    table[slot] = size;
    if (2 * size > table.length) {
      table = new int[4 * table.length];
      for (int i = 0; i < size; i++) {
        table[slotOf(nodes[i])] = i + 1;
      }
    }
  }

  private int slotOf(Object object) {
    int mask = table.length - 1;
    int hash = System.identityHashCode(object);
    int slot = (hash ^ hash >>> 15) & mask;
    while (table[slot] != 0 && nodes[table[slot] - 1] != object) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
