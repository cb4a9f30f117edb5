package dev.lungfish.runtime.graph;

import java.util.Map;
import java.util.Optional;

/** The references that leave an object, with names for messages. */
public final class Edges {
  /** The label's index of an edge that has a name and no number. */
  static final int NAMED = -1;
  /** The index of a map's value; the label is its key. */
  static final int VALUE = -2;
  /** The index of a map's key; the label is the key. */
  static final int KEY = -3;

  /** Takes edges one by one. */
  @FunctionalInterface
  public interface Sink {
    /**
     * One edge.
     *
     * @param target where it leads, may be null
     * @param label its name, or the key of a map entry; null for elements
     * @param index the number of an element, or what the label is
     * @return false to get no more
     */
    boolean edge(Object target, Object label, int index);
  }

  private Edges() {}

  /** Passes the parts of an object on, in a fixed order for an unchanged object. */
  static void of(Object from, Sink sink) {
    of(from, Shape.of(from.getClass()), sink);
  }

  /** As {@link #of(Object, Sink)}, where the shape of the object's class is at hand. */
  static void of(Object from, Shape shape, Sink sink) {
    switch (shape.kind()) {
      case ARRAY:
        ofArray(from, sink);
        break;
      case SHELL:
      case CONTAINER:
      case VIEW:
      case PROTECTED:
        ofContainer(from, sink);
        break;
      case OBJECT:
        if (ofParts(from, shape, sink) && shape.isContainerToo()) {
          ofContainer(from, sink);
        }
        break;
      case LEAF:
      case STOP:
      case REFERENCE:
      case THREAD:
      case UNMOVABLE:
      case BUFFER:
      case MUTABLE:
      case HANDLE:
        break;
    }
  }

  private static boolean ofParts(Object from, Shape shape, Sink sink) {
    for (Part part : shape.parts()) {
      if (!sink.edge(part.read(from), part.label(), NAMED)) {
        return false;
      }
    }
    return true;
  }

  private static void ofArray(Object from, Sink sink) {
    if (from instanceof Object[] elements) {
      for (int i = 0; i < elements.length; i++) {
        if (!sink.edge(elements[i], null, i)) {
          return;
        }
      }
    }
  }

  static void ofContainer(Object from, Sink sink) {
    if (from instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (!ofEntry(entry, sink)) {
          return;
        }
      }
    } else if (from instanceof Iterable<?> elements) {
      int index = 0;
      for (Object element : elements) {
        if (!sink.edge(element, null, index++)) {
          return;
        }
      }
    } else if (from instanceof Map.Entry<?, ?> entry) {
      ofEntry(entry, sink);
    } else if (from instanceof Optional<?> optional) {
      sink.edge(optional.orElse(null), "value", NAMED);
    }
  }

  private static boolean ofEntry(Map.Entry<?, ?> entry, Sink sink) {
    Object key = entry.getKey();
    return sink.edge(key, key, KEY) && sink.edge(entry.getValue(), key, VALUE);
  }

  /** The edge as it is written behind the path to its source. */
  static String text(Object label, int index) {
    switch (index) {
      case NAMED:
        return "." + label;
      case VALUE:
        return "[" + keyText(label) + "]";
      case KEY:
        return ".key(" + keyText(label) + ")";
      default:
        return "[" + index + "]";
    }
  }

  private static String keyText(Object key) {
    if (key instanceof String) {
      return "\"" + key + "\"";
    }
    if (key == null || key instanceof Number || key instanceof Boolean || key instanceof Character || key instanceof Enum) {
      return String.valueOf(key);
    }
    return Names.of(key);
  }
}
