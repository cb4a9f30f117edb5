package dev.lungfish.runtime.heap;

/**
 * By which a dump shows what the audit is about: a living object that refers to the members of the
 * region. Found in the dump by its class; what it refers to is not a reference from outside.
 */
public final class Marker {
  private Object[] members;

  /**
   * Marks objects for the next dump.
   *
   * @param members the objects in question
   */
  public Marker(Object[] members) {
    this.members = members;
  }

  /** Lets go of the members; also keeps this marker alive until here. */
  public void clear() {
    members = null;
  }

  /** How many objects are marked. */
  public int size() {
    return members.length;
  }
}
