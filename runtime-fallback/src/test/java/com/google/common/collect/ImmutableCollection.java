package com.google.common.collect;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.List;

/** A stand-in with the name of Guava's class, so that the tests need no Guava. */
public class ImmutableCollection extends AbstractCollection<Object> {
  private final Object[] elements;

  protected ImmutableCollection(Object[] elements) {
    this.elements = elements;
  }

  public static ImmutableCollection of(Object... elements) {
    return new ImmutableCollection(elements);
  }

  @Override
  public Iterator<Object> iterator() {
    return List.of(elements).iterator();
  }

  @Override
  public int size() {
    return elements.length;
  }
}
