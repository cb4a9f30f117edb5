package dev.lungfish.runtime.graph;

import dev.lungfish.annotation.ThreadSafe;
import dev.lungfish.runtime.graph.Guide.Step;
import dev.lungfish.runtime.graph.Registry.Status;

/** What a region does with an object that comes into its reach: takes it over, stops at it, or refuses. */
public final class TakeoverKinds {
  private TakeoverKinds() {}

  /** Whether the object is a handle of this library that may not simply be taken over. */
  public static boolean isHandle(Object met) {
    return Shape.of(met.getClass()).kind() == Kind.HANDLE;
  }

  /** ENTER: it joins the region. STOP: frozen, shared or thread-safe. REFUSE: it cannot move. */
  public static Step of(Object met) {
    Shape shape = Shape.of(met.getClass());
    if (shape.isClosed() || shape.status() == Status.SHARED || FrozenSet.contains(met)) {
      return Step.STOP;
    }
    switch (shape.kind()) {
      case LEAF:
      case STOP:
      case PROTECTED:
      case REFERENCE:
        return Step.STOP;
      case MUTABLE:
      case BUFFER:
      case SHELL:
      case CONTAINER:
      case VIEW:
      case ARRAY:
      case HANDLE:
        return Step.ENTER;
      case THREAD:
        return ((Thread) met).getState() == Thread.State.NEW ? Step.STOP : Step.REFUSE;
      case UNMOVABLE:
        return met == System.in || met == System.out || met == System.err ? Step.STOP : Step.REFUSE;
      case OBJECT:
        return met.getClass().isAnnotationPresent(ThreadSafe.class) || met instanceof Enum ? Step.STOP : Step.ENTER;
    }
    throw new AssertionError(shape.kind());
  }

  /** Whether an object that joins a region can itself be written, whatever it reaches. */
  static boolean isMutable(Object entered) {
    Shape shape = Shape.of(entered.getClass());
    return switch (shape.kind()) {
      case CONTAINER, VIEW, MUTABLE, BUFFER -> true;
      case ARRAY -> java.lang.reflect.Array.getLength(entered) > 0;
      case OBJECT -> shape.mutableBecause() != null || shape.unreadable() != null;
      default -> false;
    };
  }

  /** Why the object cannot move, for a message. */
  public static String whyNot(Object met) {
    Shape shape = Shape.of(met.getClass());
    String text = shape.whyNot();
    return shape.kind() == Kind.THREAD ? text + " that was started" : text;
  }
}
