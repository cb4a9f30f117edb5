package dev.lungfish.runtime.graph;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
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

  private final FreezeCheck.Handles handles;
  private final Map<Object, Object> copies = new IdentityHashMap<>();

  public FrozenCopy(FreezeCheck.Handles handles) {
    this.handles = handles;
  }

  /** The copy of the root, or the root itself if it is frozen. */
  public Object of(Object root) throws Refused {
    return root == null || FreezeCheck.isFrozen(root, handles) ? root : copy(root, Names.of(root));
  }

  private Object part(Object part, String path) throws Refused {
    if (part == null || FrozenSet.contains(part) || Shape.of(part.getClass()).isClosed()) {
      return part;
    }
    Registry.Status status = Shape.of(part.getClass()).status();
    if (status != Registry.Status.EXPLICIT && FreezeCheck.isFrozen(part, handles)) {
      return part;
    }
    return copy(part, path);
  }

  private Object copy(Object from, String path) throws Refused {
    Object known = copies.get(from);
    if (known == UNDERWAY) {
      throw new Refused(from, path, "it is part of a ring, of which no immutable copy can be made", null);
    }
    if (known != null) {
      return known;
    }
    copies.put(from, UNDERWAY);
    Object made = make(from, path);
    copies.put(from, made);
    return made;
  }

  private Object make(Object from, String path) throws Refused {
    Shape shape = Shape.of(from.getClass());
    if (shape.status() == Registry.Status.NEVER) {
      throw new Refused(from, path, shape.typeName() + " is registered as never frozen", null);
    }
    if (shape.conversion() != null) {
      return converted(from, path, shape.conversion());
    }
    return structural(from, path);
  }

  private Object converted(Object from, String path, UnaryOperator<?> conversion) throws Refused {
    Object made;
    try {
      made = FreezeCheck.applyUnchecked(conversion, from);
    } catch (RuntimeException e) {
      throw new Refused(from, path, "its conversion failed: " + e, e);
    }
    if (made == null) {
      throw new Refused(from, path, "its conversion returned null", null);
    }
    return FreezeCheck.isFrozen(made, handles) ? made : structural(made, path);
  }

  private Object structural(Object from, String path) throws Refused {
    if (from instanceof List<?> list) {
      return list(list, path);
    } else if (from instanceof Set<?> set) {
      return set(set, path);
    } else if (from instanceof IdentityHashMap) {
      throw new Refused(from, path, "an identity map has no immutable form", null);
    } else if (from instanceof Map<?, ?> map) {
      return map(map, path);
    } else if (from instanceof Map.Entry<?, ?> entry) {
      return entry(entry, path);
    } else if (from instanceof Optional<?> optional) {
      return Optional.of(part(optional.orElseThrow(), path + ".value"));
    } else if (from instanceof Record record) {
      return record(record, path);
    }
    throw cannot(from, path);
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

  private Object list(List<?> from, String path) throws Refused {
    List<Object> parts = elements(from, path);
    return parts.contains(null) ? sealed(Collections.unmodifiableList(parts)) : List.copyOf(parts);
  }

  private List<Object> elements(Collection<?> from, String path) throws Refused {
    List<Object> parts = new ArrayList<>(from.size());
    for (Object each : from) {
      parts.add(part(each, path + Edges.text(null, parts.size())));
    }
    return parts;
  }

  private Object set(Set<?> from, String path) throws Refused {
    List<Object> parts = elements(from, path);
    if (from instanceof NavigableSet<?> sorted) {
      TreeSet<Object> copy = new TreeSet<>(comparator(sorted.comparator(), path));
      copy.addAll(parts);
      return sealed(Collections.unmodifiableNavigableSet(copy));
    }
    boolean unordered = from.getClass() == HashSet.class && !parts.contains(null);
    return unordered ? Set.copyOf(parts) : sealed(Collections.unmodifiableSet(new LinkedHashSet<>(parts)));
  }

  private Object map(Map<?, ?> from, String path) throws Refused {
    Map<Object, Object> parts = new LinkedHashMap<>();
    for (Map.Entry<?, ?> each : from.entrySet()) {
      Object key = each.getKey();
      parts.put(part(key, path + Edges.text(key, Edges.KEY)), part(each.getValue(), path + Edges.text(key, Edges.VALUE)));
    }
    if (from instanceof NavigableMap<?, ?> sorted) {
      TreeMap<Object, Object> copy = new TreeMap<>(comparator(sorted.comparator(), path));
      copy.putAll(parts);
      return sealed(Collections.unmodifiableNavigableMap(copy));
    }
    boolean plain = from.getClass() == HashMap.class && !parts.containsKey(null) && !parts.containsValue(null);
    return plain ? Map.copyOf(parts) : sealed(Collections.unmodifiableMap(parts));
  }

  private Object entry(Map.Entry<?, ?> from, String path) throws Refused {
    Object key = part(from.getKey(), path + ".key");
    Object value = part(from.getValue(), path + ".value");
    return key == null || value == null
        ? new java.util.AbstractMap.SimpleImmutableEntry<>(key, value)
        : Map.entry(key, value);
  }

  @SuppressWarnings("unchecked") // it has compared these very elements before
  private java.util.Comparator<Object> comparator(java.util.Comparator<?> order, String path) throws Refused {
    if (order != null && !FreezeCheck.isFrozen(order, handles)) {
      throw cannot(order, path + ".comparator");
    }
    return (java.util.Comparator<Object>) order;
  }

  /** A view on a container that nobody else has is as good as immutable; its class does not tell, so it is noted. */
  private static Object sealed(Object view) {
    FrozenSet.add(view);
    return view;
  }

  private Object record(Record from, String path) throws Refused {
    RecordComponent[] components = from.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String at = path + "." + components[i].getName();
      types[i] = components[i].getType();
      values[i] = part(read(from, components[i].getName(), at), at);
      if (values[i] != null && !types[i].isPrimitive() && !types[i].isInstance(values[i])) {
        throw new Refused(from, at, "it is declared as " + types[i].getTypeName()
            + ", of which there is no immutable form; declare the interface", null);
      }
    }
    return build(from, types, values, path);
  }

  private static Object read(Record from, String component, String path) throws Refused {
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
      throw new Refused(from, path, unreadable(from), e);
    }
  }

  private static Object build(Record from, Class<?>[] types, Object[] values, String path) throws Refused {
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
      throw new Refused(from, path, "its constructor refused the copied components: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException | InaccessibleObjectException e) {
      throw new Refused(from, path, unreadable(from), e);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new Refused(from, path, "its constructor refused the copied components: " + e, e);
    }
  }

  private static String unreadable(Object from) {
    String why = Shape.of(from.getClass()).unreadable();
    return why != null ? why : from.getClass().getTypeName() + " cannot be looked into; call Freezer.grant(..)";
  }
}
