package dev.lungfish.runtime.graph;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Reads one field. Each field that is read often gets a hidden class of its own, made from this one, in which the way
 * to it is a constant: only then does the compiler of the JVM make a plain load of it. Reflection alone costs as much
 * as the rest of a walk from JDK 18 on.
 */
final class FieldReader implements Part.Reader {
  /** Of a hidden class; null in this one, of which nobody makes instances. */
  private static final MethodHandle GETTER = getter();

  FieldReader() {}

  private static MethodHandle getter() {
    try {
      return MethodHandles.classData(MethodHandles.lookup(), "_", MethodHandle.class);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a class may not see what it was made with", e);
    }
  }

  /**
   * A reader.
   *
   * @param getter gives the field of an object
   * @return the reader, or null where classes cannot be made at run time
   */
  static Part.Reader of(MethodHandle getter) {
    try (InputStream template = FieldReader.class.getResourceAsStream("FieldReader.class")) {
      if (template == null) {
        return null; // an image without class files
      }
      MethodHandle erased = getter.asType(MethodType.methodType(Object.class, Object.class));
      return (Part.Reader) MethodHandles.lookup().defineHiddenClassWithClassData(template.readAllBytes(), erased, true)
          .lookupClass().getDeclaredConstructor().newInstance();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a reader of fields", e);
    }
  }

  @Override
  public Object read(Object holder) throws Throwable {
    return (Object) GETTER.invokeExact(holder);
  }
}
