package dev.lungfish.runtime.graph;

import dev.lungfish.runtime.graph.Guide.Step;
import java.util.Iterator;

/**
 * The mutable objects of one region: what its bridge reaches at this moment, without frozen, shared and
 * thread-safe objects and without the insides of other regions.
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

  private Members() {}

  /** The members of the region with this bridge. */
  public static Members of(Object bridge) {
    Members members = new Members();
    members.add(bridge);
    return members;
  }

  /** Adds the members of another region. */
  public void add(Object bridge) {
    walk.from(bridge);
  }

  public boolean contains(Object object) {
    return walk.isEntered(object);
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

  public int size() {
    return walk.size();
  }

  @Override
  public Iterator<Object> iterator() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < walk.size();
      }

      @Override
      public Object next() {
        if (!hasNext()) {
          throw new java.util.NoSuchElementException();
        }
        return walk.node(next++);
      }
    };
  }
}
