package dev.lungfish.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A behaviour on four cowns, waiting for its body. See {@link Cown#when}.
 *
 * <p>Immutable, thread-safe; each {@code run} or {@code call} starts one behaviour.
 *
 * @param <A> the first content's type
 * @param <B> the second content's type
 * @param <C> the third content's type
 * @param <D> the fourth content's type
 */
public interface When4<A, B, C, D> {
  /**
   * Starts the behaviour: the body runs once, when all cowns are held, in the thread of the executor.
   * Behaviours that share a cown run in the order in which they were started.
   *
   * @param body works on the contents and keeps none of them
   * @return completed when the cowns are released; carries what the body threw, or {@code
   *     move.while.borrowed} if it left a borrow behind. Cancelling it does not stop the behaviour
   */
  CompletableFuture<Void> run(Body<? super A, ? super B, ? super C, ? super D> body);

  /**
   * Starts the behaviour, with a result.
   *
   * @param <R> the type of the result
   * @param body works on the contents; its result must not reach into the regions
   * @return the result; see {@link #run}
   */
  <R> CompletableFuture<R> call(Computation<? super A, ? super B, ? super C, ? super D, ? extends R> body);

  /**
   * Chooses where the body runs; the default is the common pool, or a small pool of daemon threads
   * where the common pool has fewer than two.
   *
   * @param executor runs the body
   * @return the same behaviour with that executor
   */
  When4<A, B, C, D> on(Executor executor);

  /**
   * What to do with four contents.
   *
   * @param <A> the first content's type
   * @param <B> the second content's type
   * @param <C> the third content's type
   * @param <D> the fourth content's type
   */
  @FunctionalInterface
  interface Body<A, B, C, D> {
    /**
     * Works on the contents and keeps none of them.
     *
     * @param a the first content
     * @param b the second content
     * @param c the third content
     * @param d the fourth content
     */
    void accept(A a, B b, C c, D d);
  }

  /**
   * What to compute of four contents.
   *
   * @param <A> the first content's type
   * @param <B> the second content's type
   * @param <C> the third content's type
   * @param <D> the fourth content's type
   * @param <R> the type of the result
   */
  @FunctionalInterface
  interface Computation<A, B, C, D, R> {
    /**
     * Works on the contents and keeps none of them.
     *
     * @param a the first content
     * @param b the second content
     * @param c the third content
     * @param d the fourth content
     * @return the result, which must not reach into the regions
     */
    R apply(A a, B b, C c, D d);
  }
}
