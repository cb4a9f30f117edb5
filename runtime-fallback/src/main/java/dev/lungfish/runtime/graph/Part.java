package dev.lungfish.runtime.graph;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;

/**
 * One reference field of a class and the way to read it.
 *
 * <p>Thread-safe.
 */
final class Part {
  /** The label of an edge that drags the enclosing instance along without anybody having written it. */
  record HiddenOuter(String name) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A way to the field. */
  interface Reader {
    /** The value of the field in this object. */
    Object read(Object holder) throws Throwable;
  }

  /** Reads before a field gets a reader of its own, which costs about as much. */
  private static final int MANY = 2_000;

  private final Field field;
  private final MethodHandle getter;
  private final Object label;
  /** How often the field was read, about: threads may lose each other's counts. */
  private int reads;
  /** Null until the field was read often, or if there is none. Has no state, so that any thread may see it late. */
  private Reader reader;

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
      return new Part(field, MethodHandles.lookup().unreflectGetter(field), label);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException("an accessible field cannot be read: " + field, impossible);
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
    Reader own = reader;
    try {
      return own == null ? readSeldom(holder) : own.read(holder);
    } catch (Throwable e) {
      throw new IllegalStateException("cannot read " + field, e);
    }
  }

  private Object readSeldom(Object holder) throws Throwable {
    if (++reads == MANY) {
      reader = FieldReader.of(getter);
    }
    return getter.invoke(holder);
  }
}
