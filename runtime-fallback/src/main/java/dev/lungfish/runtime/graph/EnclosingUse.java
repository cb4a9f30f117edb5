package dev.lungfish.runtime.graph;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the body of an inner class ever reads its hidden reference to the enclosing instance.
 *
 * <p>javac before 18 stores that reference in every inner, local and anonymous class of an instance
 * method, used or not. The analysis does not see an unused one; so that both halves agree, the walk
 * leaves it out too. Errs towards "is read": where class files cannot be had or followed, it is.
 */
final class EnclosingUse {
  private EnclosingUse() {}

  /** Whether any class of the nest reads the hidden field. */
  static boolean isRead(Field hidden) {
    Class<?> owner = hidden.getDeclaringClass();
    for (Class<?> member : nestOf(owner)) {
      try (InputStream in = classFile(member)) {
        if (in == null || new ClassFileScan(new DataInputStream(in)).readsField(owner.getName(), hidden.getName())) {
          return true;
        }
      } catch (IOException unreadable) {
        return true;
      }
    }
    return false;
  }

  private static List<Class<?>> nestOf(Class<?> owner) {
    List<Class<?>> nest = new ArrayList<>();
    for (Class<?> member : owner.getNestMembers()) {
      // Only the class itself and what is written inside it can reach the field.
      if (member == owner || member.getName().startsWith(owner.getName() + "$")) {
        nest.add(member);
      }
    }
    return nest;
  }

  private static InputStream classFile(Class<?> type) {
    return type.getResourceAsStream(type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class");
  }
}
