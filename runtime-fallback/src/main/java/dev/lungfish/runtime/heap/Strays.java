package dev.lungfish.runtime.heap;

import java.util.List;

/**
 * The references from outside that a dump shows, as sentences.
 *
 * @param heap static fields, fields and elements of other objects
 * @param locals local variables that may be dead
 */
public record Strays(List<String> heap, List<String> locals) {
  public Strays {
    heap = List.copyOf(heap);
    locals = List.copyOf(locals);
  }
}
