package dev.lungfish.runtime.graph;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;

/**
 * One reference field of a class and the way to read it.
 *
 * <p>Immutable, thread-safe.
 */
final class Part {
  /** The label of an edge that drags the enclosing instance along without anybody having written it. */
  record HiddenOuter(String name) {
    @Override
    public String toString() {
      return name;
    }
  }

  private final Field field;
  private final MethodHandle getter;
  private final Object label;

  private Part(Field field, MethodHandle getter, Object label) {
    this.field = field;
    this.getter = getter;
    this.label = label;
  }

  /** The part, or null if the field's module does not let us read it. */
  static Part of(Field field, boolean isHiddenOuter) {
    Object label = isHiddenOuter ? new HiddenOuter(field.getName()) : field.getName();
    try {
      field.setAccessible(true);
      return new Part(field, null, label);
    } catch (InaccessibleObjectException closed) {
      return throughGrant(field, label);
    }
  }

  private static Part throughGrant(Field field, Object label) {
    MethodHandles.Lookup granted = Registry.lookupFor(field.getDeclaringClass());
    if (granted == null) {
      return null;
    }
    try {
      return new Part(
          field, MethodHandles.privateLookupIn(field.getDeclaringClass(), granted).unreflectGetter(field), label);
    } catch (IllegalAccessException insufficient) {
      return null; // the grant has no private access: as if there were none, and the message says so
    }
  }

  Object label() {
    return label;
  }

  Object read(Object holder) {
    try {
      return getter == null ? field.get(holder) : getter.invoke(holder);
    } catch (Throwable e) {
      throw new IllegalStateException("cannot read " + field, e);
    }
  }
}
