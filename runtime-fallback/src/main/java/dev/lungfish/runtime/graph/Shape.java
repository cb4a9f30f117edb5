package dev.lungfish.runtime.graph;

import dev.lungfish.runtime.graph.Registry.Status;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What one class tells about its instances: kind, readable parts, and how far its structure alone
 * proves deep immutability.
 *
 * <p>Errs towards "may change": {@link #isClosed()} is true only if no instance of exactly this class
 * can ever change or reach something that can.
 *
 * <p>Immutable, cached per class until the {@link Registry} changes.
 */
final class Shape {
  private static final Part[] NO_PARTS = {};

  private static final ClassValue<Slot> CACHE =
      new ClassValue<>() {
        @Override
        protected Slot computeValue(Class<?> type) {
          return new Slot();
        }
      };

  /** Holds the shape of one class; a stale or missing one is computed again, at worst twice. */
  private static final class Slot {
    volatile Shape shape;
  }

  private final int generation;
  private final Class<?> type;
  private final Kind kind;
  private final String reason;
  private final String hint;
  private final Status status;
  private final UnaryOperator<?> conversion;
  private final Part[] parts;
  private final boolean isContainerToo;
  /** Whether inner classes or lambdas of this class may drag its instances along. */
  private final boolean mayEnclose;
  /** Why structure cannot make instances frozen: a field that is not final, a mutable ancestor; or null. */
  private final String mutableBecause;
  private final String mutableField;
  /** Which package or grant is missing to read all parts; or null. */
  private final String unreadable;
  private final boolean closed;

  private Shape(Class<?> type, int generation, Predicate<Class<?>> closedType) {
    this.type = type;
    this.generation = generation;
    this.status = Registry.statusOf(type);
    this.conversion = Registry.conversionOf(type);
    KnownTypes.Row row = type.isArray() ? null : KnownTypes.get().rowOf(type);
    if (type.isArray() || row != null) {
      this.kind = type.isArray() ? Kind.ARRAY : row.kind();
      this.reason = type.isArray() ? "mutable" : row.reason();
      this.hint = type.isArray() ? "use List.of(..)" : row.hint();
      this.parts = NO_PARTS;
      this.isContainerToo = false;
      this.mayEnclose = false;
      this.mutableBecause = null;
      this.mutableField = null;
      this.unreadable = null;
      this.closed = status == null && conversion == null && (kind == Kind.LEAF || kind == Kind.STOP);
      return;
    }
    Fields fields = new Fields(type, closedType);
    this.kind = Kind.OBJECT;
    this.reason = "";
    this.hint = fields.hint;
    this.parts = fields.parts.toArray(NO_PARTS);
    this.isContainerToo = fields.extendsContainer;
    this.mayEnclose = mayEnclose(type);
    this.mutableBecause = fields.mutableBecause;
    this.mutableField = fields.mutableField;
    this.unreadable = fields.unreadable;
    this.closed = status == null && conversion == null && fields.allClosed && mutableBecause == null;
  }

  static Shape of(Class<?> type) {
    Slot slot = CACHE.get(type);
    Shape known = slot.shape;
    int now = Registry.generation();
    if (known != null && known.generation == now) {
      return known;
    }
    Shape fresh = new Shape(type, now, declared -> isClosed(declared, now));
    slot.shape = fresh;
    return fresh;
  }

  /**
   * Whether fields of the declared type refer to closed classes only: if no class that is reached from
   * it through declared types is open. Classes may refer to each other in cycles.
   */
  private static boolean isClosed(Class<?> declared, int generation) {
    Set<Class<?>> met = new HashSet<>();
    Deque<Class<?>> toSee = new ArrayDeque<>();
    Predicate<Class<?>> meet =
        type -> {
          boolean exact = Modifier.isFinal(type.getModifiers()) && !type.isArray();
          if (exact && met.add(type)) {
            toSee.push(type);
          }
          return exact;
        };
    boolean closed = meet.test(declared);
    while (closed && !toSee.isEmpty()) {
      Class<?> type = toSee.pop();
      Shape known = CACHE.get(type).shape;
      closed = (known != null && known.generation == generation ? known : new Shape(type, generation, meet)).closed;
    }
    return closed;
  }

  Kind kind() {
    return kind;
  }

  Status status() {
    return status;
  }

  UnaryOperator<?> conversion() {
    return conversion;
  }

  /** The class. */
  Class<?> type() {
    return type;
  }

  /** The parts that an instance has; not to be changed. */
  Part[] parts() {
    return parts;
  }

  private static boolean mayEnclose(Class<?> type) {
    if (type.isRecord() || type.isEnum() || type.isHidden()) {
      return false;
    }
    String inside = type.getName() + "$";
    for (Class<?> member : type.getNestMembers()) {
      if (member.getName().startsWith(inside)) {
        return true;
      }
    }
    for (java.lang.reflect.Method method : type.getDeclaredMethods()) {
      if (method.isSynthetic() && method.getName().startsWith("lambda$")) {
        return true;
      }
    }
    return false;
  }

  boolean mayEnclose() {
    return mayEnclose;
  }

  /** Whether this class of the program extends a container of the platform. */
  boolean isContainerToo() {
    return isContainerToo;
  }

  boolean isClosed() {
    return closed;
  }

  /** The field that is not final, or null if it is not a field that makes instances mutable. */
  String mutableField() {
    return mutableField;
  }

  String mutableBecause() {
    return mutableBecause;
  }

  String unreadable() {
    return unreadable;
  }

  /** "java.util.ArrayList is mutable; use List.copyOf(..)". */
  String whyNot() {
    return typeName() + (reason.startsWith("mutable") ? " is " + reason : ": " + reason) + withHint();
  }

  String withHint() {
    return hint.isEmpty() ? "" : "; " + hint;
  }

  String typeName() {
    return type.getTypeName();
  }

  /** Reads the instance fields of a class of the program and of its ancestors. */
  private static final class Fields {
    final List<Part> parts = new ArrayList<>();
    boolean allClosed = true;
    boolean extendsContainer;
    String mutableBecause;
    String mutableField;
    String unreadable;
    String hint = "";

    Fields(Class<?> type, Predicate<Class<?>> closedType) {
      Class<?> outerOfLambda = LambdaHost.of(type);
      for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
        if (KnownTypes.isPlatform(each) && !KnownTypes.isPlatform(type)) {
          platformAncestor(each);
          return;
        }
        for (Field field : each.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())) {
            add(field, closedType, outerOfLambda);
          }
        }
      }
    }

    private void add(Field field, Predicate<Class<?>> closedType, Class<?> outerOfLambda) {
      Class<?> declared = field.getType();
      if (!Modifier.isFinal(field.getModifiers()) && mutableBecause == null) {
        mutableField = field.getName();
        mutableBecause = "field '" + field.getName() + "' of " + field.getDeclaringClass().getTypeName() + " is not final";
      }
      if (declared.isPrimitive()) {
        return;
      }
      boolean hiddenOuter = isHiddenOuter(field, outerOfLambda);
      if (hiddenOuter ? outerOfLambda == null && !EnclosingUse.isRead(field) : closedType.test(declared)) {
        return; // an enclosing instance that the body never reads is left out by javac from 18 on
      }
      allClosed = false;
      Part part = Part.of(field, hiddenOuter);
      if (part != null) {
        parts.add(part);
      } else if (unreadable == null) {
        Class<?> owner = field.getDeclaringClass();
        unreadable = owner.getTypeName() + " cannot be looked into: module " + owner.getModule().getName()
            + " does not open package " + owner.getPackageName() + " to the runtime; add 'opens "
            + owner.getPackageName() + "' or call Freezer.grant(MethodHandles.lookup()) in it";
      }
    }

    /**
     * Whether the field drags an enclosing instance along. Records and enums are not meant: where their
     * parts are frozen they are frozen from the start, so nothing is dragged into a freeze.
     */
    private static boolean isHiddenOuter(Field field, Class<?> outerOfLambda) {
      Class<?> declared = field.getType();
      if (declared.isRecord() || declared.isEnum()) {
        return false;
      }
      return field.isSynthetic() && field.getName().startsWith("this$")
          || field.getName().equals("arg$1") && declared == outerOfLambda;
    }

    /** Whether a field of this declared type can hold nothing but null or something that never changes. */
    /** A platform class above a class of the program: its fields cannot be read, so they must not matter. */
    private void platformAncestor(Class<?> ancestor) {
      if (ancestor == Enum.class || ancestor == Record.class || ancestor == Object.class) {
        return;
      }
      KnownTypes.Row row = KnownTypes.get().rowOf(ancestor);
      extendsContainer = row != null && (row.kind() == Kind.CONTAINER || row.kind() == Kind.VIEW);
      for (Class<?> each = ancestor; each != null; each = each.getSuperclass()) {
        for (Field field : each.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())) {
            allClosed = false;
            if (mutableBecause == null) {
              mutableBecause = "it extends " + ancestor.getTypeName() + ", which is not known to be immutable";
              hint = row == null ? "" : row.hint();
            }
          }
        }
      }
      if (extendsContainer) {
        allClosed = false;
      }
    }
  }
}
