package dev.lungfish.runtime.graph;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Short names of objects, as the beginning of a path. */
final class Names {
  private Names() {}

  /** The simple name of the class, or of the interface by which a platform container is known. */
  static String of(Object root) {
    Class<?> type = root.getClass();
    Kind kind = Shape.of(type).kind();
    if (kind == Kind.SHELL || kind == Kind.VIEW) {
      return containerName(root);
    }
    Class<?> host = LambdaHost.of(type);
    if (host != null) {
      return "lambda in " + host.getSimpleName();
    }
    String simple = type.getSimpleName();
    return simple.isEmpty() ? type.getName().substring(type.getName().lastIndexOf('.') + 1) : simple;
  }

  private static String containerName(Object container) {
    for (Class<?> known : List.of(List.class, Set.class, Map.class, Map.Entry.class, Optional.class, Collection.class)) {
      if (known.isInstance(container)) {
        return known.getSimpleName();
      }
    }
    return container.getClass().getSimpleName();
  }
}
