package dev.lungfish.runtime.graph;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Makes an immutable copy of a graph: collections by immutable ones that keep order and nulls, records
 * by new records, everything else by the registered conversion. What is frozen already is shared. The
 * original is only read.
 *
 * <p>For one use by one thread.
 */
public final class FrozenCopy {
  /** Thrown when some part has no immutable copy. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Object blocker;
    private final String path;

    Refused(Object blocker, String path, String why, Throwable cause) {
      super(why, cause);
      this.blocker = blocker;
      this.path = path;
    }

    public Object blocker() {
      return blocker;
    }

    public String path() {
      return path;
    }
  }

  private static final Object UNDERWAY = new Object();

  /** One object on the way to be copied: its parts are copied first, so the stack of the thread stays flat. */
  private static final class Frame {
    final Object from;
    final Frame parent;
    final Object label;
    final int index;
    /** What the copy is made of: the object, or what its conversion returned. Null until its turn. */
    Object source;
    /** Whether the conversion has returned something frozen, which is the copy. */
    boolean isFrozen;

    Frame(Object from, Frame parent, Object label, int index) {
      this.from = from;
      this.parent = parent;
      this.label = label;
      this.index = index;
    }

    String path() {
      Deque<String> labels = new ArrayDeque<>();
      Frame at = this;
      for (; at.parent != null; at = at.parent) {
        labels.push(Edges.text(at.label, at.index));
      }
      return Names.of(at.from) + String.join("", labels);
    }
  }

  private final FreezeCheck.Handles handles;
  private final Map<Object, Object> copies = new IdentityHashMap<>();

  public FrozenCopy(FreezeCheck.Handles handles) {
    this.handles = handles;
  }

  /** The copy of the root, or the root itself if it is frozen. */
  public Object of(Object root) throws Refused {
    if (root == null || FreezeCheck.isFrozen(root, handles)) {
      return root;
    }
    Deque<Frame> open = new ArrayDeque<>();
    open.push(new Frame(root, null, null, 0));
    while (!open.isEmpty()) {
      Frame top = open.peek();
      if (top.source != null) {
        copies.put(top.from, top.isFrozen ? top.source : structural(top));
        open.pop();
      } else if (copies.containsKey(top.from)) {
        requireNoRing(top);
        open.pop();
      } else {
        copies.put(top.from, UNDERWAY);
        expand(top, open);
      }
    }
    return copies.get(root);
  }

  private void requireNoRing(Frame met) throws Refused {
    if (copies.get(met.from) == UNDERWAY) {
      throw new Refused(met.from, met.path(), "it is part of a ring, of which no immutable copy can be made", null);
    }
  }

  /** Converts the object if it has a conversion, and lines its parts up. */
  private void expand(Frame frame, Deque<Frame> open) throws Refused {
    Shape shape = Shape.of(frame.from.getClass());
    if (shape.status() == Registry.Status.NEVER) {
      throw new Refused(frame.from, frame.path(), shape.typeName() + " is registered as never frozen", null);
    }
    frame.source = shape.conversion() == null ? frame.from : converted(frame.from, frame, shape.conversion());
    if (frame.source != frame.from && FreezeCheck.isFrozen(frame.source, handles)) {
      frame.isFrozen = true;
      return;
    }
    List<Frame> parts = new ArrayList<>();
    if (hasCopyableParts(frame.source)) {
      parts(frame.source, (target, label, index) -> {
        if (target != null && !isShareable(target)) {
          parts.add(new Frame(target, frame, label, index));
        }
        return true;
      });
    }
    for (int i = parts.size() - 1; i >= 0; i--) {
      open.push(parts.get(i));
    }
  }

  /** As a walk sees them; a collection of the program is read through its interface, as it is copied. */
  private static void parts(Object source, Edges.Sink sink) {
    if (source instanceof Iterable || source instanceof Map) {
      Edges.ofContainer(source, sink);
    } else {
      Edges.of(source, sink);
    }
  }

  private static boolean hasCopyableParts(Object source) {
    return source instanceof List || source instanceof Set || source instanceof Map || source instanceof Map.Entry
        || source instanceof Optional || source instanceof Record;
  }

  private boolean isShareable(Object part) {
    Shape shape = Shape.of(part.getClass());
    return shape.isClosed()
        || FrozenSet.contains(part)
        || shape.status() != Registry.Status.EXPLICIT && FreezeCheck.isFrozen(part, handles);
  }

  /** The copy of a part; all parts that need one have been copied by now. */
  private Object part(Object part) {
    return copies.getOrDefault(part, part);
  }

  private static Object converted(Object from, Frame frame, UnaryOperator<?> conversion) throws Refused {
    Object made;
    try {
      made = FreezeCheck.applyUnchecked(conversion, from);
    } catch (RuntimeException e) {
      throw new Refused(from, frame.path(), "its conversion failed: " + e, e);
    }
    if (made == null) {
      throw new Refused(from, frame.path(), "its conversion returned null", null);
    }
    return made;
  }

  private Object structural(Frame frame) throws Refused {
    Object from = frame.source;
    if (from instanceof List<?> list) {
      return list(list);
    } else if (from instanceof Set<?> set) {
      return set(set, frame);
    } else if (from instanceof IdentityHashMap) {
      throw new Refused(from, frame.path(), "an identity map has no immutable form", null);
    } else if (from instanceof Map<?, ?> map) {
      return map(map, frame);
    } else if (from instanceof Map.Entry<?, ?> entry) {
      return entry(entry);
    } else if (from instanceof Optional<?> optional) {
      return Optional.of(part(optional.orElseThrow()));
    } else if (from instanceof Record record) {
      return record(record, frame);
    }
    throw cannot(from, frame.path());
  }

  private Refused cannot(Object from, String path) {
    if (from instanceof Collection) {
      return new Refused(from, path, from.getClass().getTypeName() + " has no immutable form; keep a List instead", null);
    }
    FreezeCheck check = new FreezeCheck(FreezeCheck.Proof.STRUCTURE, handles, false);
    boolean frozen = check.allows(from);
    String why = frozen ? from.getClass().getTypeName() + " is frozen only as the argument itself" : check.why();
    return new Refused(frozen ? from : check.blocker(), frozen ? path : check.path(path), why, null);
  }

  private Object list(List<?> from) {
    List<Object> parts = elements(from);
    return parts.contains(null) ? sealed(Collections.unmodifiableList(parts)) : List.copyOf(parts);
  }

  private List<Object> elements(Collection<?> from) {
    List<Object> parts = new ArrayList<>(from.size());
    for (Object each : from) {
      parts.add(part(each));
    }
    return parts;
  }

  private Object set(Set<?> from, Frame frame) throws Refused {
    List<Object> parts = elements(from);
    if (from instanceof NavigableSet<?> sorted) {
      TreeSet<Object> copy = new TreeSet<>(comparator(sorted.comparator(), frame));
      copy.addAll(parts);
      return sealed(Collections.unmodifiableNavigableSet(copy));
    }
    boolean unordered = from.getClass() == HashSet.class && !parts.contains(null);
    return unordered ? Set.copyOf(parts) : sealed(Collections.unmodifiableSet(new LinkedHashSet<>(parts)));
  }

  private Object map(Map<?, ?> from, Frame frame) throws Refused {
    Map<Object, Object> parts = new LinkedHashMap<>();
    for (Map.Entry<?, ?> each : from.entrySet()) {
      parts.put(part(each.getKey()), part(each.getValue()));
    }
    if (from instanceof NavigableMap<?, ?> sorted) {
      TreeMap<Object, Object> copy = new TreeMap<>(comparator(sorted.comparator(), frame));
      copy.putAll(parts);
      return sealed(Collections.unmodifiableNavigableMap(copy));
    }
    boolean plain = from.getClass() == HashMap.class && !parts.containsKey(null) && !parts.containsValue(null);
    return plain ? Map.copyOf(parts) : sealed(Collections.unmodifiableMap(parts));
  }

  private Object entry(Map.Entry<?, ?> from) {
    Object key = part(from.getKey());
    Object value = part(from.getValue());
    return key == null || value == null ? new AbstractMap.SimpleImmutableEntry<>(key, value) : Map.entry(key, value);
  }

  @SuppressWarnings("unchecked") // it has compared these very elements before
  private Comparator<Object> comparator(Comparator<?> order, Frame frame) throws Refused {
    if (order != null && !FreezeCheck.isFrozen(order, handles)) {
      throw cannot(order, frame.path() + ".comparator");
    }
    return (Comparator<Object>) order;
  }

  /** A view on a container that nobody else has is as good as immutable; its class does not tell, so it is noted. */
  private static Object sealed(Object view) {
    FrozenSet.add(view);
    return view;
  }

  private Object record(Record from, Frame frame) throws Refused {
    RecordComponent[] components = from.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = part(read(from, components[i].getName(), frame));
      if (values[i] != null && !types[i].isPrimitive() && !types[i].isInstance(values[i])) {
        throw new Refused(from, frame.path() + "." + components[i].getName(), "it is declared as "
            + types[i].getTypeName() + ", of which there is no immutable form; declare the interface", null);
      }
    }
    return build(from, types, values, frame);
  }

  private static Object read(Record from, String component, Frame frame) throws Refused {
    try {
      Field field = from.getClass().getDeclaredField(component);
      if (!field.getType().isPrimitive()) {
        for (Part part : Shape.of(from.getClass()).parts()) {
          if (part.label().equals(component)) {
            return part.read(from);
          }
        }
      }
      field.setAccessible(true);
      return field.get(from);
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw new Refused(from, frame.path() + "." + component, unreadable(from), e);
    }
  }

  private static Object build(Record from, Class<?>[] types, Object[] values, Frame frame) throws Refused {
    try {
      Constructor<?> canonical = from.getClass().getDeclaredConstructor(types);
      MethodHandles.Lookup granted = Registry.lookupFor(from.getClass());
      if (granted != null) {
        return MethodHandles.privateLookupIn(from.getClass(), granted)
            .unreflectConstructor(canonical)
            .invokeWithArguments(Arrays.asList(values));
      }
      canonical.setAccessible(true);
      return canonical.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new Refused(from, frame.path(), "its constructor refused the copied components: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw new Refused(from, frame.path(), unreadable(from), e);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new Refused(from, frame.path(), "its constructor refused the copied components: " + e, e);
    }
  }

  private static String unreadable(Object from) {
    String why = Shape.of(from.getClass()).unreadable();
    return why != null ? why : from.getClass().getTypeName() + " cannot be looked into; call Freezer.grant(..)";
  }
}
