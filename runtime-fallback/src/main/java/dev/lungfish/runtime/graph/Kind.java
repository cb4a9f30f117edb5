package dev.lungfish.runtime.graph;

/** What an object is to a walk: whether it can be frozen, taken over, and looked into. */
public enum Kind {
  /** Immutable and without mutable parts: every walk stops here. */
  LEAF,
  /** An immutable container of the platform or of Guava: as frozen as its elements. */
  SHELL,
  /** Shared, and holds no data of the graph (lock, logger, cown): every walk stops here. */
  STOP,
  /** Thread-safe with data inside (atomic, concurrent collection): never frozen; taking over stops here. */
  PROTECTED,
  /** A weak or soft reference and kin: never frozen, not followed. */
  REFERENCE,
  /** A thread: never frozen; can be taken over before it is started only. */
  THREAD,
  /** Iterator, open stream, class loader: can be neither frozen nor taken over. */
  UNMOVABLE,
  /** A stream over memory: never frozen, but can be taken over. */
  BUFFER,
  /** A mutable container of the platform: frozen by ownership only; entered through its interface. */
  CONTAINER,
  /** A view on a container: as the container, with another hint. */
  VIEW,
  /** A mutable object of the platform without parts of ours: frozen by ownership only. */
  MUTABLE,
  /** An array: by structure frozen only if it is empty. */
  ARRAY,
  /** A handle of this library: whoever walks decides. */
  HANDLE,
  /** Everything else: decided by its fields. */
  OBJECT
}
