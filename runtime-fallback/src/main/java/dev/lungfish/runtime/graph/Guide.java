package dev.lungfish.runtime.graph;

/** Tells a {@link Walk} what to do with each object that it meets. */
public interface Guide {
  /** What to do with an object. */
  enum Step {
    /** Count it among the visited, and go on to its parts. */
    ENTER,
    /** Leave it alone. */
    STOP,
    /** End the walk here; the guide knows why. */
    REFUSE
  }

  /**
   * Whether the walk may pass by an object without a look and without keeping account of it. Asked at
   * each edge, so it must be cheap; the default looks at everything.
   *
   * @param met the object, not null
   * @return true if {@link #step} would say STOP, whatever the edge
   */
  default boolean passesBy(Object met) {
    return false;
  }

  /**
   * Called for each object when it is first met, and again for each further edge to one that was not
   * entered.
   *
   * @param met the object, not null
   * @param label the name of the edge, {@link Walk#ROOT} for the root
   * @return what to do
   */
  Step step(Object met, Object label);

  /**
   * Passes the parts of an entered object on. The default reads fields, elements and entries.
   *
   * @param entered an object for which {@link #step} said ENTER
   * @param sink takes the parts
   */
  default void parts(Object entered, Edges.Sink sink) {
    Edges.of(entered, sink);
  }
}
