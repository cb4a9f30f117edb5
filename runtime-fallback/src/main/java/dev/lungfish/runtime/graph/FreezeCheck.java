package dev.lungfish.runtime.graph;

import dev.lungfish.runtime.graph.Registry.Status;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Decides whether a graph may be frozen, and keeps the first thing that stands in the way.
 *
 * <p>Errs towards "may still change". Changes nothing: what the answer is used for is the caller's
 * business. For one use by one thread.
 */
public final class FreezeCheck implements Guide {
  /** What makes the graph safe from writes. */
  public enum Proof {
    /** Nothing is known but classes and instances: what could be written is refused. */
    STRUCTURE,
    /** The graph is isolated: only what can never be frozen is refused. */
    OWNERSHIP
  }

  /** Decides about handles of regions, of which this package knows nothing. */
  public interface Handles {
    /** ENTER to freeze the region along, STOP if it is frozen, REFUSE otherwise; may throw. */
    Step meet(Object handle, Walk walk);

    /** The content of a handle that was entered. */
    Object contentOf(Object handle);
  }

  /** For questions: a live handle is something mutable. */
  public static final Handles NO_LIVE_HANDLES =
      new Handles() {
        @Override
        public Step meet(Object handle, Walk walk) {
          return Step.REFUSE;
        }

        @Override
        public Object contentOf(Object handle) {
          return null;
        }
      };

  private final Proof proof;
  private final Handles handles;
  private final boolean convert;
  private final Walk walk = new Walk(this);
  /** What conversions have seen; null until there is one. */
  private Set<Object> converted;
  /** The two classes met last, and their shapes: objects of few classes follow each other, and are asked about several times. */
  private Class<?> firstType;
  private Shape firstShape;
  private Class<?> secondType;
  private Shape secondShape;
  /** Whether some object is known to have been frozen: as long as there is none, it is not asked for each. */
  private boolean someFrozen;
  private Object blocker;
  private String blockedField;
  private String why;
  private RuntimeException thrownByConversion;

  /**
   * Prepares a check.
   *
   * @param proof structure or ownership
   * @param handles what to do about handles
   * @param convert whether registered conversions run
   */
  public FreezeCheck(Proof proof, Handles handles, boolean convert) {
    this.proof = proof;
    this.handles = handles;
    this.convert = convert;
  }

  /** Whether the class of the object alone says that nothing it reaches can change. */
  public static boolean isClosed(Object object) {
    return Shape.of(object.getClass()).isClosed();
  }

  /** Whether the object and all that it reaches is immutable, without running any conversion. */
  public static boolean isFrozen(Object object, Handles handles) {
    return object == null
        || isClosed(object)
        || new FreezeCheck(Proof.STRUCTURE, handles, false).allows(object);
  }

  /** Walks from the root; may be called for several roots. */
  public boolean allows(Object root) {
    someFrozen = !FrozenSet.isEmpty();
    return walk.from(root);
  }

  /**
   * Whether a later question about the object depends on its having been frozen: it was explicit, or it
   * may be dragged along as the enclosing instance of something else.
   */
  public static boolean isWorthRemembering(Object frozen) {
    Shape shape = Shape.of(frozen.getClass());
    return shape.status() == Status.EXPLICIT || shape.mayEnclose();
  }

  /** The conversion registered for the object's class, or null. */
  public static UnaryOperator<?> conversionFor(Object object) {
    return Shape.of(object.getClass()).conversion();
  }

  public Walk walk() {
    return walk;
  }

  /** What stands in the way; meaningful after {@link #allows} was false. */
  public Object blocker() {
    return blocker;
  }

  public String why() {
    return why;
  }

  /** What a conversion threw, or null. */
  public RuntimeException thrownByConversion() {
    return thrownByConversion;
  }

  /** The path to what stands in the way, beginning with the given name or the root's class. */
  public String path(String rootName) {
    return walk.refusedPath(rootName) + (blockedField == null ? "" : "." + blockedField);
  }

  @Override
  public boolean passesBy(Object met) {
    return shapeOf(met).isClosed();
  }

  private Shape shapeOf(Object object) {
    Class<?> type = object.getClass();
    return type == firstType ? firstShape : type == secondType ? secondShape : shapeOfOther(type);
  }

  private Shape shapeOfOther(Class<?> type) {
    secondType = firstType;
    secondShape = firstShape;
    firstType = type;
    firstShape = Shape.of(type);
    return firstShape;
  }

  @Override
  public Step step(Object met, Object label) {
    Shape shape = shapeOf(met);
    if (someFrozen && FrozenSet.contains(met)) {
      return Step.STOP;
    }
    Status status = shape.status();
    if (status == Status.SHARED) {
      return Step.STOP;
    }
    if (status == Status.NEVER) {
      return refuse(met, shape.typeName() + " is registered as never frozen");
    }
    if (label != Walk.ROOT && status == Status.EXPLICIT) {
      return refuse(met, shape.typeName() + " is frozen only as the argument itself; freeze it first");
    }
    if (label instanceof Part.HiddenOuter) {
      return refuse(met, "the enclosing instance of " + shape.typeName()
          + " is dragged along unseen; freeze it first, or make the class static");
    }
    if (convert && shape.conversion() != null && label != Walk.ROOT && !runConversion(met, shape)) {
      return Step.REFUSE;
    }
    return byKind(met, shape);
  }

  private Step byKind(Object met, Shape shape) {
    switch (shape.kind()) {
      case LEAF:
      case STOP:
        return Step.STOP;
      case SHELL:
        return Step.ENTER;
      case ARRAY:
        return proof == Proof.OWNERSHIP || java.lang.reflect.Array.getLength(met) == 0
            ? Step.ENTER
            : refuse(met, shape.whyNot());
      case CONTAINER:
      case VIEW:
      case MUTABLE:
        return proof == Proof.OWNERSHIP ? Step.ENTER : refuse(met, shape.whyNot());
      case PROTECTED:
      case REFERENCE:
      case THREAD:
      case UNMOVABLE:
      case BUFFER:
        return refuse(met, shape.whyNot());
      case HANDLE:
        Step step = handles.meet(met, walk);
        return step == Step.REFUSE ? refuse(met, "a live " + shape.typeName() + " leads to mutable content") : step;
      case OBJECT:
        return byStructure(met, shape);
    }
    throw new AssertionError(shape.kind());
  }

  private Step byStructure(Object met, Shape shape) {
    if (proof == Proof.STRUCTURE && shape.mutableBecause() != null) {
      blockedField = shape.mutableField();
      String subject = shape.mutableField() == null ? shape.typeName() + ": " : "";
      return refuse(met, subject + shape.mutableBecause() + shape.withHint());
    }
    if (shape.unreadable() != null) {
      return refuse(met, shape.unreadable());
    }
    return Step.ENTER;
  }

  /** Runs the conversion once per object. It may prepare the object in place; another object has no place here. */
  private boolean runConversion(Object met, Shape shape) {
    converted = converted == null ? Collections.newSetFromMap(new IdentityHashMap<>()) : converted;
    if (!converted.add(met)) {
      return true;
    }
    try {
      applyUnchecked(shape.conversion(), met);
      someFrozen = true;
      return true;
    } catch (RuntimeException e) {
      thrownByConversion = e;
      refuse(met, "the conversion registered for " + shape.typeName() + " failed: " + e);
      return false;
    }
  }

  @SuppressWarnings("unchecked") // registered together with the class of its argument
  static Object applyUnchecked(UnaryOperator<?> conversion, Object argument) {
    return ((UnaryOperator<Object>) conversion).apply(argument);
  }

  private Step refuse(Object met, String reason) {
    blocker = met;
    why = reason;
    return Step.REFUSE;
  }

  @Override
  public void parts(Object entered, Edges.Sink sink) {
    Shape shape = shapeOf(entered);
    if (shape.kind() == Kind.HANDLE) {
      sink.edge(handles.contentOf(entered), "content", Edges.NAMED);
    } else {
      Edges.of(entered, shape, sink);
    }
  }
}
