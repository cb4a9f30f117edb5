package dev.lungfish.runtime.graph;

import dev.lungfish.runtime.graph.Guide.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The mutable objects of one region: what its bridge reaches at this moment and what can change, or
 * reaches something that can. Frozen, shared and thread-safe objects and the insides of other regions
 * are none: a reference to them from outside is nobody's business.
 *
 * <p>For one use by one thread. Holds its members strongly.
 */
public final class Members implements Iterable<Object> {
  private final Walk walk =
      new Walk(
          (met, label) -> {
            Step step = TakeoverKinds.isHandle(met) ? Step.STOP : TakeoverKinds.of(met);
            return step == Step.REFUSE ? Step.STOP : step;
          });
  /** Which entered objects can change or reach what can. */
  private final BitSet changing = new BitSet();

  private Members() {}

  /**
   * The members of regions.
   *
   * @param bridges the bridges, for example of a region and of its children
   * @return the members of all of them
   */
  public static Members of(Object... bridges) {
    Members members = new Members();
    for (Object bridge : bridges) {
      members.walk.from(bridge);
    }
    members.findChanging();
    return members;
  }

  /**
   * Whether the object is a member of the region of the bridge.
   *
   * @param bridge the bridge
   * @param object what is looked for
   */
  public static boolean reaches(Object bridge, Object object) {
    if (TakeoverKinds.of(object) != Step.ENTER) {
      return false;
    }
    return bridge == object && TakeoverKinds.isMutable(object) || of(bridge).contains(object);
  }

  /** Starts from what is mutable itself and goes back along the edges. */
  private void findChanging() {
    List<List<Integer>> sources = new ArrayList<>();
    for (int i = 0; i < walk.size(); i++) {
      sources.add(null);
    }
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < walk.size(); i++) {
      if (TakeoverKinds.isMutable(walk.node(i))) {
        changing.set(i);
        open.add(i);
      } else {
        addEdges(i, sources);
      }
    }
    while (!open.isEmpty()) {
      List<Integer> referring = sources.get(open.poll());
      for (int i = 0; referring != null && i < referring.size(); i++) {
        if (!changing.get(referring.get(i))) {
          changing.set(referring.get(i));
          open.add(referring.get(i));
        }
      }
    }
  }

  private void addEdges(int from, List<List<Integer>> sources) {
    Edges.of(walk.node(from), (target, label, index) -> {
      int to = target == null ? -1 : walk.indexOf(target);
      if (to >= 0) {
        if (sources.get(to) == null) {
          sources.set(to, new ArrayList<>(1));
        }
        sources.get(to).add(from);
      }
      return true;
    });
  }

  /** Whether the object is a member. */
  public boolean contains(Object object) {
    int index = walk.indexOf(object);
    return index >= 0 && changing.get(index);
  }

  /** Whether some part of the object, which need not be a member, is a member. */
  public boolean isReferredToBy(Object holder) {
    boolean[] found = {false};
    Edges.of(holder, (target, label, index) -> {
      found[0] = target != null && contains(target);
      return !found[0];
    });
    return found[0];
  }

  @Override
  public Iterator<Object> iterator() {
    return changing.stream().mapToObj(walk::node).iterator();
  }
}
